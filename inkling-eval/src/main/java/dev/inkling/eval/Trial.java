package dev.inkling.eval;

import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tries one codec on one picture: encodes, writes the file, decodes that file, measures.
 *
 * @param plan   what is measured
 * @param folder where files and results go
 * @param code   SHA-256 of the code, see {@link Plan#code}
 */
public record Trial(Plan plan, ResultFolder folder, String code) {
    /**
     * A measurement and where its reconstruction is.
     *
     * @param key         names the measurement by content
     * @param measurement what was measured
     */
    public record Outcome(String key, Measurement measurement) {}

    List<Outcome> run(SourcePicture picture, Codec codec, Evaluation.Listener listener) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        Opened opened = new Opened(picture, codec);
        for (int maxBytes : plan.budgets()) {
            String key = plan.key(picture, codec, maxBytes, code);
            Optional<Measurement> known = known(key, picture, codec, maxBytes);
            if (known.isPresent()) {
                outcomes.add(new Outcome(key, known.get()));
                listener.skipped();
            } else {
                outcomes.add(new Outcome(key, measured(key, opened, maxBytes)));
                listener.done();
            }
        }
        return outcomes;
    }

    /** What an earlier run measured, when all that it left is still there. */
    private Optional<Measurement> known(String key, SourcePicture picture, Codec codec, int maxBytes)
            throws IOException {
        Optional<Measurement> known = folder.finished(key);
        if (known.isEmpty() || !Files.exists(folder.galleryPicture(key)) || !embedded(key, picture)) {
            return Optional.empty();
        }
        Path kept = folder.kept(picture, codec, maxBytes);
        boolean lost = plan.keep() && !(Files.exists(kept) && Files.size(kept) == known.get().bytes());
        return lost ? Optional.empty() : known;
    }

    private boolean embedded(String key, SourcePicture picture) {
        if (plan.embedder() == null) {
            return true;
        }
        Embeddings embeddings = new Embeddings(plan.embedder(), folder);
        return embeddings.has(key) && embeddings.has(embeddings.sourceKey(picture));
    }

    /** Failures are not remembered: another run tries again. */
    private Measurement measured(String key, Opened opened, int maxBytes) throws IOException {
        Measurement measurement;
        try {
            measurement = measure(key, opened, maxBytes);
        } catch (IOException | RuntimeException e) {
            // Whatever fails here, such as somebody else's program, must not keep the rest from being measured.
            return Measurement.failed(opened.picture, opened.codec, maxBytes, e);
        }
        if (measurement.complete()) {
            folder.add(key, measurement);
        }
        return measurement;
    }

    private Measurement measure(String key, Opened opened, int maxBytes) throws IOException {
        Codec codec = opened.codec;
        Coded coded = opened.encoding().within(maxBytes);
        Path file = plan.keep()
                ? folder.kept(opened.picture, codec, maxBytes)
                : folder.scratch(key, codec.extension());
        ResultFolder.write(file, coded.file());
        try {
            return Measurement.of(
                    opened.picture, codec, maxBytes, Files.size(file), coded, decoded(key, opened, file));
        } finally {
            if (!plan.keep()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Scores decoded(String key, Opened opened, Path file) throws IOException {
        Scores scores = new Scores(opened.source, plan.metrics());
        for (int decode = 0; decode < plan.decodes(); decode++) {
            long start = System.nanoTime();
            Reconstruction reconstruction = opened.codec.decode(file, opened.picture.size());
            double seconds = (System.nanoTime() - start) / 1e9;
            if (decode == 0) {
                keep(key, opened, reconstruction.picture());
            }
            scores.add(reconstruction, seconds);
        }
        return scores;
    }

    /** What the report needs of a picture later; of the first decode only. */
    private void keep(String key, Opened opened, Raster reconstruction) throws IOException {
        ResultFolder.write(folder.galleryPicture(key), GalleryPicture.of(reconstruction));
        if (plan.embedder() != null) {
            Embeddings embeddings = new Embeddings(plan.embedder(), folder);
            embeddings.keepSource(opened.picture, opened.source);
            embeddings.keep(key, reconstruction);
        }
    }

    /** A picture that is read when it is needed, and the codec's work on it. */
    private static final class Opened {
        private final SourcePicture picture;
        private final Codec codec;
        private Raster source;
        private Codec.PictureEncoding encoding;

        Opened(SourcePicture picture, Codec codec) {
            this.picture = picture;
            this.codec = codec;
        }

        Codec.PictureEncoding encoding() throws IOException {
            if (encoding == null) {
                source = picture.read();
                encoding = codec.begin(source);
            }
            return encoding;
        }
    }
}
