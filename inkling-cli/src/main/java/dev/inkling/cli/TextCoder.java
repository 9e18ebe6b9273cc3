package dev.inkling.cli;

/** The names of the text coders. */
final class TextCoder {
    /** The coder of the text layer, with the trained caption prior. */
    static final String PRIOR = "prior";

    private TextCoder() {}

    static void checkKnown(String name) {
        if (!name.equals(PRIOR)) {
            throw new UsageException("there is no text coder '" + name + "'; known: " + PRIOR);
        }
    }
}
