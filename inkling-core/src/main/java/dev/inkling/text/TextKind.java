package dev.inkling.text;

/**
 * How a text layer is coded: the first symbol of the layer. The frequencies, out of 256, and the ids are part of the
 * format; ids 8 to 10 are for coders to come.
 */
enum TextKind {
    PROSE(0, false, "caption"),
    WORDS(1, true, "caption-fast"),
    RAW_PROSE(2, false, "raw"),
    RAW_WORDS(3, true, "raw"),
    SET(4, true, "keyword-set"),
    FAST_PROSE(5, false, "caption-fast"),
    ZLIB_PROSE(6, false, "zlib"),
    CONSONANTS(7, false, "consonant4");

    /** Sums of the frequencies of all ids before each of the 11 ids, and their total, for a text alone in its message. */
    private static final int[] ALONE = {0, 130, 142, 144, 146, 222, 246, 248, 253, 254, 255, 256};
    /** The same where other layers follow: mostly an embedded describer's sentences, which need no network. */
    private static final int[] FOLLOWED = {0, 64, 68, 70, 72, 80, 248, 250, 253, 254, 255, 256};

    private final int id;
    private final boolean words;
    private final String coder;

    TextKind(int id, boolean words, String coder) {
        this.id = id;
        this.words = words;
        this.coder = coder;
    }

    /** Number of ids, those without a meaning yet included. */
    static int ids() {
        return ALONE.length - 1;
    }

    /**
     * For each id the sum of the frequencies of those below it, and of all.
     *
     * @param bytes length of the message when nothing follows the text, else {@link CodedText#UNKNOWN}
     */
    static int[] starts(int bytes) {
        return (bytes == CodedText.UNKNOWN ? FOLLOWED : ALONE).clone();
    }

    /** Symbol that stands for this kind. */
    int id() {
        return id;
    }

    /** Whether the layer is a list of words. */
    boolean words() {
        return words;
    }

    /** Name of the coder, as reports use it. */
    String coder() {
        return coder;
    }

    /** The kind of the same layer without the prior. */
    TextKind raw() {
        return words ? RAW_WORDS : RAW_PROSE;
    }

    /** Where the case of a text of this kind starts. */
    SentenceStart sentenceStart() {
        return words ? SentenceStart.ofWords() : SentenceStart.ofProse();
    }
}
