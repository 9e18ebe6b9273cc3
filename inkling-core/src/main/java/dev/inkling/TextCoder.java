package dev.inkling;

/** The ways to code words: ours, and those that were published, for comparison. A file says which one was used. */
public enum TextCoder {
    /** Tables and a network that know picture descriptions: fewest bytes. */
    CAPTION("caption"),
    /** The tables alone: about an eighth more bytes, without the millisecond that the network takes for four characters. */
    CAPTION_FAST("caption-fast"),
    /** The deflated text with header and checksum, as GPT-4o textual coding counts it (arXiv 2504.21814). */
    ZLIB("zlib"),
    /**
     * Words without vowels, four bits a character (arXiv 2402.13536): what is decoded are the most likely words with such
     * consonants, so words may change.
     */
    CONSONANT4("consonant4");

    private final String label;

    TextCoder(String label) {
        this.label = label;
    }

    /** Name on the command line and in reports. */
    public String label() {
        return label;
    }
}
