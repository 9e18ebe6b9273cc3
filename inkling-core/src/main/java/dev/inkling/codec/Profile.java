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
    SKETCH("sketch"),
    /** A vector. */
    CLIP("clip"),
    /** A vector and a colour map, which is a tiny picture of few bytes. */
    CLIP_COLOR("clip-color");

    private final String label;

    Profile(String label) {
        this.label = label;
    }

    /** Whether its files hold a vector, so that encoding takes an embedder. */
    public boolean hasVector() {
        return this == CLIP || this == CLIP_COLOR;
    }

    /** Lower-case name, as the command line and reports use it. */
    public String label() {
        return label;
    }
}
