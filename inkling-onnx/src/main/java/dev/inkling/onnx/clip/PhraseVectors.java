package dev.inkling.onnx.clip;

import dev.inkling.Embedding;
import dev.inkling.ProviderException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The vectors of phrases, which take minutes to make and are kept in a file for each model and each list of phrases: the
 * components one after the other, as integers of 4 bytes.
 */
final class PhraseVectors {
    private static final int AT_A_TIME = 16;

    private final ClipTextEmbedder embedder;
    private final List<String> phrases;
    private final Path file;

    /** @param folder of the kept files; made when it is missing */
    PhraseVectors(ClipTextEmbedder embedder, List<String> phrases, Path folder) {
        this.embedder = embedder;
        this.phrases = phrases;
        this.file = folder.resolve(key(embedder.model() + "\n" + String.join("\n", phrases)) + ".vectors");
    }

    private static String key(String contents) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(contents.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /** One for each phrase, in their order. */
    List<Embedding> read(PhraseListener listener) throws ProviderException {
        Optional<List<Embedding>> kept = kept();
        if (kept.isPresent()) {
            return kept.get();
        }
        List<Embedding> made = new ArrayList<>();
        for (int start = 0; start < phrases.size(); start += AT_A_TIME) {
            made.addAll(embedder.embed(phrases.subList(start, Math.min(phrases.size(), start + AT_A_TIME))));
            listener.embedded(made.size(), phrases.size());
        }
        keep(made);
        return made;
    }

    private Optional<List<Embedding>> kept() {
        try {
            IntBuffer numbers = ByteBuffer.wrap(Files.readAllBytes(file)).asIntBuffer();
            int dimension = numbers.remaining() / phrases.size();
            if (numbers.remaining() != dimension * phrases.size() || dimension < Embedding.MIN_DIMENSION
                    || dimension > Embedding.MAX_DIMENSION) {
                return Optional.empty();
            }
            List<Embedding> vectors = new ArrayList<>();
            while (numbers.hasRemaining()) {
                int[] components = new int[dimension];
                numbers.get(components);
                vectors.add(Embedding.ofUnits(components));
            }
            return Optional.of(vectors);
        } catch (IOException e) {
            return Optional.empty(); // not there yet, or not for us: they are made again
        }
    }

    private void keep(List<Embedding> vectors) {
        int dimension = vectors.get(0).dimension();
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * dimension * vectors.size());
        for (Embedding vector : vectors) {
            for (int i = 0; i < dimension; i++) {
                bytes.putInt(vector.units(i));
            }
        }
        try {
            Files.createDirectories(file.getParent());
            Path whole = Files.createTempFile(file.getParent(), "phrases", ".part");
            try {
                Files.write(whole, bytes.array());
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            // A disk that is full or read-only costs time the next time, but not the picture.
        }
    }
}
