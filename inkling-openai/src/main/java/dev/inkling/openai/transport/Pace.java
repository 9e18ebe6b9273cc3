package dev.inkling.openai.transport;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A token bucket: so many requests a minute, a tenth of them at once. Thread-safe. */
final class Pace {
    private static final double NANOS_PER_MINUTE = 60e9;

    private final LongSupplier nanoTime;
    private final double perNano;
    private final double capacity;
    private double tokens;
    private long last;
    private long closedUntil;

    /**
     * @param perMinute requests a minute; 0 for no limit
     * @param nanoTime  clock, as {@link System#nanoTime}
     */
    Pace(int perMinute, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.perNano = perMinute / NANOS_PER_MINUTE;
        this.capacity = Math.max(1, perMinute / 10);
        this.tokens = capacity;
        this.last = nanoTime.getAsLong();
        this.closedUntil = last;
    }

    /** Takes a place in the queue and says how long to wait for one's turn. */
    synchronized Duration reserve() {
        long now = nanoTime.getAsLong();
        long wait = Math.max(0, closedUntil - now);
        if (perNano > 0) {
            tokens = Math.min(capacity, tokens + (now - last) * perNano) - 1;
            last = now;
            wait = Math.max(wait, (long) (-tokens / perNano));
        }
        return Duration.ofNanos(wait);
    }

    /** Nobody's turn comes before this time has passed. */
    synchronized void close(Duration time) {
        closedUntil = Math.max(closedUntil, nanoTime.getAsLong() + time.toNanos());
    }
}
