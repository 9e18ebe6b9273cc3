package dev.inkling.openai.transport;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long to pause before a retry: doubled each time, with jitter, and never less than the service asks for. */
final class BackOff {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Duration first;
    private final RandomGenerator random;

    /** @param random must be safe for use by several threads */
    BackOff(Duration first, RandomGenerator random) {
        this.first = first;
        this.random = random;
    }

    /**
     * @param attempt number of the attempt that failed, from 0
     * @param asked   what the service asks for; null when it does not say
     */
    Duration pause(int attempt, @Nullable Duration asked) {
        long ceiling = Math.min(LONGEST.toMillis(), first.toMillis() << Math.min(attempt, 20));
        // Half of it is certain and half is chance, so that those who failed together do not come back together.
        Duration pause = Duration.ofMillis(ceiling / 2 + random.nextLong(ceiling / 2 + 1));
        return asked == null || asked.compareTo(pause) < 0 ? pause : asked;
    }
}
