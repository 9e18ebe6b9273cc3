package dev.inkling.text;

/**
 * Whether a keyword set has words outside of the vocabulary, and how they are spelled: the second symbol of a set, of the
 * four symbols <i>none</i>, <i>letters</i>, <i>pieces</i> and <i>raw</i>.
 */
final class Spelling {
    /** Sum of all frequencies. */
    static final int TOTAL = 256;
    /** Sum of the frequencies of none, letters and pieces. */
    static final int RAW_START = 254;

    /** Most bytes of a text of pieces, folded: it bounds the work of a decoder. Longer ones are raw. */
    static final int MOST_BYTES = 4096;

    private static final int MOST = 140;

    private Spelling() {}

    private static int frequency(int size) {
        return Math.min(MOST, 4 + 4 * size);
    }

    /** Frequency of none in a set of so many words. */
    static int lettersStart(int size) {
        return RAW_START - frequency(size);
    }

    /** Sum of the frequencies of none and letters. */
    static int piecesStart(int size) {
        return RAW_START - frequency(size) / 4;
    }

    /** Probability, in units of 2^-16, that one more word is spelled with letters when one has been. */
    static int another(int size) {
        return 384 * Math.min(size, 50);
    }
}
