package dev.inkling.text;

/**
 * How likely a text is in a fixed style that has a table of its own, from what has been read of it: Bayes' rule with a
 * floor, so that a text may change its style (fixed share; Herbster, Warmuth 1998). Not thread-safe.
 */
final class StyleShare {
    /** Certainty. */
    static final int ONE = 1 << 16;

    private static final int AT_START = ONE / 64;
    private static final int LEAST = ONE / 512;
    private static final int MOST = ONE - ONE / 32;

    private int share = AT_START;

    /** Probability that the text is in the style, in units of 2^-16. */
    int share() {
        return share;
    }

    /**
     * Moves on over a piece.
     *
     * @param inStyle   probability that the style's table gave it, in units of 2^-30
     * @param otherwise the same of all others together
     */
    void accept(long inStyle, long otherwise) {
        long style = share * inStyle;
        long both = style + (ONE - share) * otherwise + 1;
        // 16 bits of the quotient, without leaving 63 bits.
        int updated = (int) (style / ((both >> 16) + 1));
        share = Math.max(LEAST, Math.min(MOST, updated));
    }
}
