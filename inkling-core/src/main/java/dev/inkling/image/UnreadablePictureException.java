package dev.inkling.image;

import java.io.IOException;

/** Not a picture of a known kind, or a damaged one. Reject it. */
public final class UnreadablePictureException extends IOException {
    private static final long serialVersionUID = 1;

    UnreadablePictureException(String reason) {
        super(reason);
    }

    UnreadablePictureException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
