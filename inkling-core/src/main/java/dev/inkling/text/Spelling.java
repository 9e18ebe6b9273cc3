package dev.inkling.text;

/**
 * Whether a keyword set has words outside of the vocabulary, and how they are spelled: the second symbol of a set, of the
 * three symbols <i>none</i>, <i>pieces</i> and <i>raw</i>.
 */
final class Spelling {
    /** Sum of all frequencies. */
    static final int TOTAL = 256;
    /** Sum of the frequencies of none and pieces. */
    static final int RAW_START = 254;

    /** Most bytes of a text of pieces, folded: it bounds the work of a decoder. Longer ones are raw. */
    static final int MOST_BYTES = 4096;

    private static final int MOST = 140;

    private Spelling() {}

    /** Frequency of none in a set of so many words. */
    static int piecesStart(int size) {
        return RAW_START - Math.min(MOST, 4 + 4 * size);
    }
}
