package dev.inkling.text;

import org.jspecify.annotations.Nullable;

/**
 * Foretells the next rank of a keyword set, ranks ascending: the network speaks of the frequent words, the topics of the
 * others. A rank is found by halving the ranks that are left. Immutable.
 */
final class KeywordModel {
    private static final int ONE = 1 << 16;
    /** The topics have one part in so many of what is said of the ranks that the network tells apart. */
    private static final int TRUST = 4;

    private final KeywordTopics topics;
    private final @Nullable KeywordShares shares;
    private final int first;
    private final int left;

    /**
     * @param first  the first rank that the word can have
     * @param shares of the ranks that the network tells apart; null when the word cannot have one of them
     * @param left   how many words are left, this one included
     */
    KeywordModel(KeywordTopics topics, @Nullable KeywordShares shares, int first, int left) {
        this.topics = topics;
        this.shares = shares;
        this.first = first;
        this.left = left;
    }

    /** First rank of the upper part when a run is halved; one that the network tells apart a part of is cut there. */
    static int middle(int low, int high) {
        return low < KeywordNetwork.HEAD && high > KeywordNetwork.HEAD ? KeywordNetwork.HEAD : low + high >>> 1;
    }

    /**
     * Probability, in units of 2^-16, 1 to 65,535, that the next word is in the lower part of a run of ranks when it is
     * in the run.
     *
     * @param low    first rank of the run; no word that is left lies before it
     * @param middle first rank of the upper part
     * @param high   end of the run
     */
    int lower(int low, int middle, int high) {
        if (shares == null || low >= KeywordNetwork.HEAD) {
            return topics.lower(low, middle, high, left);
        }
        long part = share(low, middle);
        long run = high > KeywordNetwork.HEAD ? share(low, KeywordNetwork.HEAD) + beyond() : share(low, high);
        return (int) Math.max(1, Math.min(ONE - 1, (part << 16) / Math.max(1, run)));
    }

    /** Share of a run that the network tells apart. */
    private long share(int from, int to) {
        return (TRUST - 1) * shares.share(from, to) + topics.below(first, to, left) - topics.below(first, from, left);
    }

    private long beyond() {
        int head = KeywordNetwork.HEAD;
        return (TRUST - 1) * shares.share(head, head + 1) + (1 << 30) - topics.below(first, head, left);
    }
}
