package dev.inkling.openai.transport;

import java.time.Duration;

/**
 * How long, how often and how many at a time.
 *
 * @param connect     longest wait for a connection
 * @param attempt     longest time until an answer begins, and again until it is whole
 * @param total       time after which a call makes no further attempt
 * @param retries     attempts after the first, 0 to 20
 * @param firstPause  pause before the first retry, before jitter; each further one doubles it
 * @param concurrency most requests at a time, 1 to 256
 * @param perMinute   most requests a minute; 0 for no limit
 */
public record Limits(
        Duration connect, Duration attempt, Duration total, int retries, Duration firstPause, int concurrency,
        int perMinute) {
    /** What suits a paid service on the internet. */
    public static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(10), Duration.ofMinutes(3), Duration.ofMinutes(10), 6, Duration.ofMillis(500), 8, 0);

    public Limits {
        check("connect timeout", connect);
        check("attempt timeout", attempt);
        check("total timeout", total);
        check("first pause", firstPause);
        check("retries", retries, 0, 20);
        check("concurrency", concurrency, 1, 256);
        check("requests a minute", perMinute, 0, 1_000_000);
    }

    /** The same without retries: for somebody who wants to know how things are. */
    public Limits once() {
        return new Limits(connect, attempt, total, 0, firstPause, concurrency, perMinute);
    }

    private static void check(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be above 0, found " + duration);
        }
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ", found " + value);
        }
    }
}
