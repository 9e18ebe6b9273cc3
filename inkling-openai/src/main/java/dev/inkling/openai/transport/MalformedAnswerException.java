package dev.inkling.openai.transport;

import java.io.IOException;

/** A service answered, but not with what it was asked for. */
public final class MalformedAnswerException extends IOException {
    private static final long serialVersionUID = 1;

    /** @param reason what was expected and what was found, without the answer itself */
    public MalformedAnswerException(String reason) {
        super(reason);
    }
}
