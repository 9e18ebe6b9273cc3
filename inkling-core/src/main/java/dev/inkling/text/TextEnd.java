package dev.inkling.text;

/**
 * How likely a text ends, in units of 2^-16. A text that fills its message ends where the message does: there the odds
 * grow, before it there are as good as none, so its end costs one or two bits. Not thread-safe.
 */
final class TextEnd {
    private static final int ONE = 1 << 16;
    private static final int WITHIN_SENTENCE = ONE / 128;
    private static final int AFTER_SENTENCE = ONE / 48;
    /** Bits that are left of a message, from which on it can be expected to end. */
    private static final int NEAR = 12;
    /** How much the odds grow by bits that are left, 0 to {@link #NEAR}. */
    private static final int[] GAINS = {48, 48, 48, 48, 48, 48, 48, 48, 48, 48, 24, 8, 4};

    private final Pieces pieces;
    private boolean sentenceEnded;

    TextEnd(Pieces pieces) {
        this.pieces = pieces;
    }

    /** Moves on over a piece. */
    void accept(int piece) {
        byte[] bytes = pieces.bytes(piece);
        sentenceEnded = SentenceStart.isTerminal(bytes[bytes.length - 1]);
    }

    /** Probability of an end here when the length of the message says nothing. */
    int probability() {
        return sentenceEnded ? AFTER_SENTENCE : WITHIN_SENTENCE;
    }

    /**
     * Probability of an end here when nothing follows the text.
     *
     * @param otherwise the probability if the length of the message said nothing, 1 to 65,535
     * @param room      bits that are left of the message; below 0 where its last bits are used by chance
     * @return 1 to 65,535
     */
    static int probability(int otherwise, long room) {
        if (room > NEAR) {
            return 1;
        }
        long odds = (long) otherwise * GAINS[(int) Math.max(0, room)];
        return (int) Math.max(1, Math.min(ONE - 1, (odds << 16) / (odds + ONE - otherwise)));
    }
}
