package dev.inkling.text;

/**
 * What the words that are left of a keyword set take. Where the length of the message is known, it tells: words after
 * which the others would take much more or less than the room that is left are unlikely. Rates and logarithms are in
 * units of 2^-12 bit.
 */
final class RestRate {
    /** A bit. */
    static final int BIT = 1 << 12;

    /** Bits of 0 to 9 words but for what their ranks add; for none, what a message leaves unused. */
    private static final int[] FEW = {1, 3, 5, 16, 26, 36, 46, 56, 65, 74};
    /** What the first word adds to the others of a set. */
    static final int FIRST = 4 * BIT;

    /** Half bits of each further word. */
    private static final int FURTHER = 15;
    /** Variance of the rate of a word and of what is unused, in square bits. */
    private static final int VARIANCE = 26;

    private static final int UNUSED_VARIANCE = 6;
    /** Most that the room says about a word. */
    private static final int MOST = 7 * BIT;

    private RestRate() {}

    /**
     * Bits that are left of a message.
     *
     * @param bytes its length, or {@link CodedText#UNKNOWN}
     * @param used  bits used so far
     * @return at least 0, or {@link CodedText#UNKNOWN}
     */
    static long room(int bytes, long used) {
        return bytes == CodedText.UNKNOWN ? CodedText.UNKNOWN : Math.max(0, 8L * bytes - used);
    }

    /** Logarithm to base 2, straight between powers of two, of a number of at least 1. */
    static int log2(long number) {
        int log = 63 - Long.numberOfLeadingZeros(number);
        long part = number - (1L << log);
        return log * BIT + (int) (log > 12 ? part >> log - 12 : part << 12 - log);
    }

    /**
     * What words can be expected to take.
     *
     * @param words how many
     * @param rank  that of the word before them
     */
    static int expected(int words, int rank) {
        int few = Math.min(words, FEW.length - 1);
        return FEW[few] * BIT + (words - few) * FURTHER * BIT / 2 + Math.min(words, 2) * log2(rank + 1);
    }

    /** How steeply {@link #penalty} grows for so many words. */
    static int steepness(int words) {
        // 4,096 / 256 / (2 ln 2) = 11.54, in units of 2^-12
        return 47_268 / (VARIANCE * words + UNUSED_VARIANCE);
    }

    /**
     * What is lost when words take more or less than expected: a normal distribution.
     *
     * @param difference from what they are expected to take
     * @param steepness  of so many words
     */
    static int penalty(long difference, int steepness) {
        long sixteenths = Math.min(1 << 20, Math.abs(difference) >> 8);
        return (int) Math.min(MOST, sixteenths * sixteenths * steepness >> 12);
    }
}
