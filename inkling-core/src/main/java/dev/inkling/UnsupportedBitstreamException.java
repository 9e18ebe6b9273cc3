package dev.inkling;

import java.io.IOException;

/** A valid file that this decoder cannot read: too new, too old, or in need of something that is not here. */
public final class UnsupportedBitstreamException extends IOException {
    private static final long serialVersionUID = 1;

    private final String what;
    private final String found;
    private final String known;

    /**
     * @param what  the part that is not supported, such as {@code format version}
     * @param found what the file has
     * @param known what this decoder knows, or what to do about it
     */
    public UnsupportedBitstreamException(String what, String found, String known) {
        super(what + ": found " + found + "; " + known);
        this.what = what;
        this.found = found;
        this.known = known;
    }

    /** The part that is not supported. */
    public String what() {
        return what;
    }

    /** What the file has. */
    public String found() {
        return found;
    }

    /** What this decoder knows, or what to do about it. */
    public String known() {
        return known;
    }
}
