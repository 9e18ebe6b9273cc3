package dev.inkling.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about keyword sets before one is read: a vocabulary, frequent words first, and topics, each a
 * distribution over it. Immutable, shared. {@code docs/models/keyword-sets.md} tells how it was made.
 */
final class KeywordPrior {
    /** The resource that holds it, beside this class. */
    static final String RESOURCE = "keyword-sets.bin";
    /** Sum of the shares of a topic, but for rounding. */
    static final int ONE = 1 << 30;

    private final List<String> words;
    private final Map<String, Integer> ranks;
    private final int[][] sums;
    private final int[][] weights;
    private volatile @Nullable LetterModel letters;

    /**
     * @param words   in order of rank
     * @param sums    for each topic the sums of the shares before each rank, and of all, in units of 2^-30; each share at
     *                least 1
     * @param weights for each class of set sizes the weights of the topics at the start, in units of 2^-16
     */
    KeywordPrior(List<String> words, int[][] sums, int[][] weights) {
        this.words = List.copyOf(words);
        this.ranks = new HashMap<>(2 * words.size());
        for (int rank = 0; rank < words.size(); rank++) {
            ranks.put(words.get(rank), rank);
        }
        this.sums = sums;
        this.weights = weights;
    }

    /** The shipped prior; the first call loads it. */
    static KeywordPrior shipped() {
        return Shipped.PRIOR;
    }

    /** Size of the vocabulary. */
    int size() {
        return words.size();
    }

    String word(int rank) {
        return words.get(rank);
    }

    /** The rank of a word, or null when it is not in the vocabulary. */
    @Nullable Integer rank(String word) {
        return ranks.get(word);
    }

    /** The model of other words; the first call makes it. */
    LetterModel letters() {
        LetterModel model = letters;
        if (model == null) {
            model = new LetterModel(this);
            letters = model;
        }
        return model;
    }

    int topics() {
        return sums.length;
    }

    /** Share that a topic gives to the ranks from one to before another, in units of 2^-30. */
    int share(int topic, int from, int to) {
        return sums[topic][to] - sums[topic][from];
    }

    /** Weights of the topics for a set of so many words, in units of 2^-16. */
    int[] weights(int size) {
        return weights[SetSize.classOf(size)].clone();
    }

    private static final class Shipped {
        private static final KeywordPrior PRIOR = load();

        private static KeywordPrior load() {
            try {
                return KeywordPriorReader.read(Resource.bytes(RESOURCE));
            } catch (IOException e) {
                throw new UncheckedIOException("the resource " + RESOURCE + " is damaged", e);
            }
        }
    }
}
