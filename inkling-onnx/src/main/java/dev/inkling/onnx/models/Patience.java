package dev.inkling.onnx.models;

import dev.inkling.ProviderException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long a hub is waited for. Thread-safe.
 *
 * @param silence longest time without a byte
 * @param retries after the first attempt without progress, 0 or more
 * @param first   pause before the first of them; each pause is twice as long, and as long as the hub asks for
 */
record Patience(Duration silence, int retries, Duration first) {
    static final Patience USUAL = new Patience(Duration.ofSeconds(60), 5, Duration.ofSeconds(1));

    /** A hub that wants longer pauses is busy for people too. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** What may fail and work later. */
    @FunctionalInterface
    interface Attempt<T> {
        T run() throws IOException, InterruptedException;
    }

    /**
     * Attempts until it works.
     *
     * @param subject  for messages
     * @param listener hears of pauses
     * @throws ProviderException when it does not, for good or for too long
     */
    <T> T run(String subject, TransferListener listener, Attempt<T> attempt) throws IOException {
        try {
            for (int failures = 0; ; failures++) {
                try {
                    return attempt.run();
                } catch (FailedAttempt e) {
                    failures = e.progress() ? 0 : failures;
                    Duration pause = pause(failures, e.pause());
                    if (!e.repeatable() || failures == retries || pause.compareTo(LONGEST_PAUSE) > 0) {
                        throw givenUp(subject, e, failures);
                    }
                    listener.pauses(subject + ": " + e.getMessage(), pause);
                    Thread.sleep(pause.toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(subject, true, "cancelled");
        }
    }

    private static ProviderException givenUp(String subject, FailedAttempt e, int failures) {
        String later = e.pause().isZero() ? "" : "; it asks to come back in " + e.pause().toSeconds() + " s";
        String attempts = failures == 0 ? "" : " (after " + (failures + 1) + " attempts)";
        return new ProviderException(subject, e.repeatable(), e.getMessage() + attempts + later);
    }

    /** Half of it is certain and half is chance, so that those who failed together do not come back together. */
    private Duration pause(int failures, Duration asked) {
        long most = first.toMillis() << Math.min(failures, 10);
        Duration own = Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
        return own.compareTo(asked) < 0 ? asked : own;
    }
}
