package dev.inkling.codec;

/** The named ways to fill a file; each is a published kind of system. */
public enum Profile {
    /** A description in sentences. */
    TEXT("text"),
    /** The most important words of a description, in order. */
    KEYWORDS("keywords"),
    /** A tiny picture. */
    PICTURE("picture"),
    /** A description and a tiny picture. */
    HYBRID("hybrid"),
    /** A description and a line sketch. */
    SKETCH("sketch");

    private final String label;

    Profile(String label) {
        this.label = label;
    }

    /** Lower-case name, as the command line and reports use it. */
    public String label() {
        return label;
    }
}
