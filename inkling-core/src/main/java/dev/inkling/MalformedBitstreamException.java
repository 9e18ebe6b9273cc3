package dev.inkling;

import java.io.IOException;

/** The bytes are not a valid Inkling file: damaged, cut short, extended, or something else altogether. Reject them. */
public final class MalformedBitstreamException extends IOException {
    private static final long serialVersionUID = 1;

    private final long offset;

    /**
     * @param offset byte position in the file at which the damage was noticed
     * @param reason what was expected and what was found
     */
    public MalformedBitstreamException(long offset, String reason) {
        super("at byte " + offset + ": " + reason);
        this.offset = offset;
    }

    /** Byte position in the file at which the damage was noticed. */
    public long offset() {
        return offset;
    }
}
