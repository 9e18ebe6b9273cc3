package dev.inkling.onnx.models;

import java.io.IOException;
import java.time.Duration;

/** A request to the hub failed once. */
final class FailedAttempt extends IOException {
    private static final long serialVersionUID = 1;

    private final boolean repeatable;
    private final Duration pause;
    private final boolean progress;

    private FailedAttempt(String reason, boolean repeatable, Duration pause, boolean progress) {
        super(reason);
        this.repeatable = repeatable;
        this.pause = pause;
        this.progress = progress;
    }

    /** Another attempt would fail in the same way. */
    static FailedAttempt forGood(String reason) {
        return new FailedAttempt(reason, false, Duration.ZERO, false);
    }

    /** @param pause that the hub asks for; zero when it asks for none */
    static FailedAttempt forNow(String reason, Duration pause) {
        return new FailedAttempt(reason, true, pause, false);
    }

    /** @param progress whether it came closer, so that more attempts will get there */
    static FailedAttempt cutShort(String reason, boolean progress) {
        return new FailedAttempt(reason, true, Duration.ZERO, progress);
    }

    boolean repeatable() {
        return repeatable;
    }

    Duration pause() {
        return pause;
    }

    boolean progress() {
        return progress;
    }
}
