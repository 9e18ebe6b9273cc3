package dev.inkling.text;

/** Lets the format document name the helper words of the consonant code. */
public final class HelperWords {
    private static final int WIDTH = 110;

    private HelperWords() {}

    /** The words in their order, as a block of the document. */
    public static String wrapped() {
        StringBuilder block = new StringBuilder();
        int width = 0;
        for (String word : ConsonantExpander.HELPERS) {
            block.append(width == 0 ? "" : width + word.length() > WIDTH ? "\n" : " ").append(word);
            width = width + word.length() > WIDTH ? word.length() : width + 1 + word.length();
        }
        return block + "\n";
    }
}
