package dev.inkling.openai.transport;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One attempt came to nothing. */
final class FailedAttempt extends Exception {
    private static final long serialVersionUID = 1;

    /** What it says about the next attempt. */
    enum Kind {
        /** The service would say the same again. */
        FINAL,
        /** The service is there, and may serve it later. */
        BUSY,
        /** Nobody answered, or nobody able to. */
        AWAY
    }

    private final Kind kind;
    private final transient @Nullable Duration pause;

    /** @param pause how long the service wants to be left alone; null when it does not say */
    FailedAttempt(Kind kind, String reason, @Nullable Duration pause) {
        super(reason);
        this.kind = kind;
        this.pause = pause;
    }

    Kind kind() {
        return kind;
    }

    @Nullable Duration pause() {
        return pause;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
