package dev.inkling.image;

import java.io.IOException;

/** A picture, sound as far as is known, that is larger than the limits allow. Raise the limit or scale it down. */
public final class PictureTooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    PictureTooLargeException(String reason) {
        super(reason);
    }
}
