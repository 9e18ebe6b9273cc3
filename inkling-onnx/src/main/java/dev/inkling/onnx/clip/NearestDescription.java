package dev.inkling.onnx.clip;

import dev.inkling.Embedding;
import dev.inkling.ProviderException;
import dev.inkling.onnx.models.ModelFolder;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds words for what a vector of a picture shows, so that generators that know nothing of vectors can make a picture of
 * it: the word of a vocabulary that makes the phrase nearest to the vector, then more words as long as each brings the
 * phrase nearer. The text half of the CLIP that made the vector is loaded with the first vector. Thread-safe.
 */
public final class NearestDescription implements Closeable {
    private static final String START = "a photo of ";

    /** Words that are tried as further ones: those that are nearest on their own. */
    private static final int CANDIDATES = 24;

    private static final int MOST_WORDS = 8;

    private final ModelFolder folder;
    private final List<String> vocabulary;
    private final Path cache;
    private final int threads;
    private final PhraseListener listener;
    private @Nullable ClipTextEmbedder embedder;
    private List<Embedding> vectors = List.of();

    /**
     * @param folder     the CLIP that made the vectors
     * @param vocabulary words to choose from
     * @param cache      folder where the vectors of the vocabulary are kept, since they take minutes
     * @param threads    how many threads may be kept busy, 1 or more
     * @param listener   hears how far those vectors are, when they are made
     */
    public NearestDescription(
            ModelFolder folder, List<String> vocabulary, Path cache, int threads, PhraseListener listener) {
        this.folder = folder;
        this.vocabulary = List.copyOf(vocabulary);
        this.cache = cache;
        this.threads = threads;
        this.listener = listener;
    }

    /**
     * Words for a vector.
     *
     * @param text   such as {@code a photo of dog, grass}
     * @param cosine of the angle between the vectors of text and picture; 0.2 to 0.35 where CLIP finds them alike
     */
    public record Found(String text, double cosine) {}

    /**
     * Describes a vector.
     *
     * @throws ProviderException when the model cannot be loaded, or did not make the vector
     */
    public synchronized Found describe(Embedding vector) throws ProviderException {
        ClipTextEmbedder words = loaded();
        if (vectors.get(0).dimension() != vector.dimension()) {
            throw folder.failure("its vectors have " + vectors.get(0).dimension() + " numbers, but that of the file has "
                    + vector.dimension() + ": another model made it");
        }
        List<String> candidates = nearest(vector);
        Found best = new Found(START + candidates.get(0), words.embed(START + candidates.remove(0)).cosine(vector));
        for (int count = 1; count < MOST_WORDS && !candidates.isEmpty(); count++) {
            Found longer = longer(best, candidates, words, vector);
            if (longer.cosine <= best.cosine) {
                break;
            }
            best = longer;
        }
        return best;
    }

    /** File name and SHA-256 of the network, which is loaded for that. */
    public synchronized String model() throws ProviderException {
        return network().model();
    }

    private ClipTextEmbedder network() throws ProviderException {
        ClipTextEmbedder words = embedder;
        if (words == null) {
            words = new ClipTextEmbedder(folder, threads);
            embedder = words;
        }
        return words;
    }

    private ClipTextEmbedder loaded() throws ProviderException {
        ClipTextEmbedder words = network();
        if (vectors.isEmpty()) {
            List<String> phrases = vocabulary.stream().map(START::concat).toList();
            vectors = new PhraseVectors(words, phrases, cache).read(listener);
        }
        return words;
    }

    /** The words that are nearest on their own, the nearest first. */
    private List<String> nearest(Embedding vector) {
        double[] cosines = vectors.stream().mapToDouble(phrase -> phrase.cosine(vector)).toArray();
        return IntStream.range(0, cosines.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -cosines[i]))
                .limit(CANDIDATES)
                .map(vocabulary::get)
                .collect(ArrayList::new, List::add, List::addAll);
    }

    /** With the one word more that is best; it is no candidate any more. */
    private static Found longer(Found before, List<String> candidates, ClipTextEmbedder words, Embedding vector)
            throws ProviderException {
        List<String> texts = candidates.stream().map(word -> before.text + ", " + word).toList();
        List<Embedding> embedded = words.embed(texts);
        double[] cosines = embedded.stream().mapToDouble(text -> text.cosine(vector)).toArray();
        int best = IntStream.range(0, cosines.length)
                .boxed()
                .max(Comparator.comparingDouble(i -> cosines[i]))
                .orElseThrow();
        candidates.remove(best);
        return new Found(texts.get(best), cosines[best]);
    }

    /** Frees the network. */
    @Override
    public synchronized void close() throws ProviderException {
        if (embedder != null) {
            embedder.close();
        }
    }
}
