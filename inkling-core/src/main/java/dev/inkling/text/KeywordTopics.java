package dev.inkling.text;

/**
 * Foretells the next rank of a keyword set, ranks ascending. The words of a set are taken as drawn from a mixture of
 * topics: when {@code m} words are left, all of them at or beyond a rank, the least of them lies beyond a part of the
 * ranks that has the share {@code u} with probability {@code (1 - u)^m}. The weights of the topics follow the words
 * (one pass of expectation maximisation; Hofmann 1999, §3.2). Encoder and decoder drive it alike. Not thread-safe.
 */
final class KeywordTopics {
    private static final int ONE = 1 << 16;
    /** The weights at the start count as much as so many words. */
    private static final int STRENGTH = 3;
    private static final int UNIT_BITS = 30;

    private final KeywordPrior prior;
    private final int[] weights;
    private int accepted;

    /** @param size number of words of the set */
    KeywordTopics(KeywordPrior prior, int size) {
        this.prior = prior;
        this.weights = prior.weights(size);
    }

    /**
     * Probability, in units of 2^-16, 1 to 65,535, that the next word is in the lower part of a run of ranks when it is
     * in the run.
     *
     * @param low    first rank of the run; no word that is left lies before it
     * @param middle first rank of the upper part
     * @param high   end of the run
     * @param left   how many words are left
     */
    int lower(int low, int middle, int high, int left) {
        long all = share(low, prior.size());
        long part = share(low, middle);
        long run = share(low, high);
        long partHit = hit(part, all, left);
        long runHit = hit(run, all, left);
        // A run that is hardly ever hit: the powers are as good as linear, and the shares are finer.
        long odds = runHit < 1 << 20 ? quotient(part, run) : (partHit << 16) / runHit;
        return (int) Math.max(1, Math.min(ONE - 1, odds));
    }

    /**
     * Probability that the next word is below a rank, in units of 2^-30.
     *
     * @param low  the first rank that it can have
     * @param left how many words are left, this one included
     */
    long below(int low, int rank, int left) {
        return hit(share(low, rank), share(low, prior.size()), left);
    }

    private static long quotient(long part, long whole) {
        int shift = Math.max(0, 17 - Long.numberOfLeadingZeros(whole));
        return (part >> shift << 16) / Math.max(1, whole >> shift);
    }

    /** Probability that one of so many words is in a part, in units of 2^-30. */
    private static long hit(long part, long all, int words) {
        long one = 1L << UNIT_BITS;
        int shift = Math.max(0, UNIT_BITS + 1 - Long.numberOfLeadingZeros(all));
        long base = one - Math.min(one, (part >> shift << UNIT_BITS) / Math.max(1, all >> shift));
        long power = one;
        for (int left = words; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                power = power * base >> UNIT_BITS;
            }
            base = base * base >> UNIT_BITS;
        }
        return one - power;
    }

    /** Share of a run of ranks in the mixture, in units of 2^-46. */
    private long share(int from, int to) {
        long sum = 0;
        for (int topic = 0; topic < weights.length; topic++) {
            sum += (long) weights[topic] * prior.share(topic, from, to);
        }
        return sum;
    }

    /** Moves on over a word. */
    void accept(int rank) {
        long sum = share(rank, rank + 1) + 1;
        int before = STRENGTH + accepted++;
        for (int topic = 0; topic < weights.length; topic++) {
            long earned = ((long) weights[topic] * prior.share(topic, rank, rank + 1) << 14) / sum << 2;
            weights[topic] = (int) (((long) weights[topic] * before + earned) / (before + 1));
        }
    }
}
