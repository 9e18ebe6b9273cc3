package dev.inkling.text;

/** How likely the next word of a set has each rank that the network tells apart. Immutable. */
final class KeywordShares {
    /** Bits that a word takes which the network does not know, about. */
    private static final int RARE = 13 * RestRate.BIT;

    private static final int ALL_SHIFT = 18;

    private final int low;
    private final long[] sums = new long[KeywordNetwork.HEAD + 2];

    /**
     * @param outputs of {@link KeywordState#outputs}
     * @param low     the first rank that the word can have
     * @param left    how many words are left, this one included
     * @param room    bits that are left of the message, or {@link CodedText#UNKNOWN}
     */
    KeywordShares(int[] outputs, int low, int left, long room) {
        this.low = low;
        int most = Integer.MIN_VALUE;
        for (int rank = low; rank < outputs.length; rank++) {
            most = Math.max(most, outputs[rank]);
        }
        sum(outputs, most, low);
        if (room != CodedText.UNKNOWN) {
            int all = most + RestRate.log2(sums[outputs.length]) - PowerOfTwo.BITS * RestRate.BIT;
            sum(fitting(outputs, all, low, left, room * RestRate.BIT), most, low);
        }
    }

    /** The outputs, less for words after which the others do not fit the room. */
    private static int[] fitting(int[] outputs, int all, int low, int left, long room) {
        int[] fitting = new int[outputs.length];
        int head = KeywordNetwork.HEAD;
        int steepness = RestRate.steepness(left - 1);
        for (int rank = low; rank < head; rank++) {
            long rest = room - (all - outputs[rank]);
            fitting[rank] = outputs[rank] - RestRate.penalty(rest - RestRate.expected(left - 1, rank), steepness);
        }
        long rest = room - (all - outputs[head]);
        fitting[head] = outputs[head] - RestRate.penalty(rest - (long) left * RARE, RestRate.steepness(left));
        return fitting;
    }

    private void sum(int[] outputs, int most, int low) {
        sums[low] = 0;
        for (int rank = low; rank < outputs.length; rank++) {
            sums[rank + 1] = sums[rank] + PowerOfTwo.of(outputs[rank] - most) + 1;
        }
    }

    /**
     * Probability that the word is in a run of ranks, in units of 2^-30.
     *
     * @param from first rank, not below {@code low}
     * @param to   end of the run, at most HEAD + 1: HEAD stands for all ranks from there on
     */
    long share(int from, int to) {
        long all = sums[sums.length - 1] - sums[low];
        return (sums[to] - sums[from] << ALL_SHIFT) / ((all >> 30 - ALL_SHIFT) + 1);
    }
}
