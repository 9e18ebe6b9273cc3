package dev.inkling.openai.transport;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Keeps a long batch from knocking on a dead service's door: after some calls in a row have failed with all their
 * retries, calls fail at once for a while; then one may try, and closes the breaker or opens it again. Thread-safe.
 */
final class CircuitBreaker {
    private static final int CALLS = 3;
    private static final long OPEN_NANOS = Duration.ofSeconds(30).toNanos();

    private final LongSupplier nanoTime;
    private int failures;
    private long openUntil;

    CircuitBreaker(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether a call may be made; after the pause one is let through, and the rest wait for what comes of it. */
    synchronized boolean allows() {
        if (failures < CALLS) {
            return true;
        }
        long now = nanoTime.getAsLong();
        if (now - openUntil < 0) {
            return false;
        }
        openUntil = now + OPEN_NANOS;
        return true;
    }

    /** The service answered, with whatever. */
    synchronized void answered() {
        failures = 0;
    }

    /** A call and all its retries found nobody there. */
    synchronized void unanswered() {
        failures++;
        openUntil = nanoTime.getAsLong() + OPEN_NANOS;
    }
}
