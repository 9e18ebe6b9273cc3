package dev.inkling.cli;

/** The names of the text coders. */
final class TextCoder {
    /** The coder of the text layer: the trained caption prior, and a raw escape for what it would make longer. */
    static final String PRIOR = "caption-kn5";

    static final String DESCRIPTION = "the coder: " + PRIOR + " (default: " + PRIOR + "; what it would make longer is"
            + " stored raw)";

    private TextCoder() {}

    static void checkKnown(String name) {
        if (!name.equals(PRIOR)) {
            throw new UsageException("there is no text coder '" + name + "'; known: " + PRIOR);
        }
    }
}
