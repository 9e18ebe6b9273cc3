package dev.inkling.openai.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Token bucket, circuit breaker and back-off, on a clock that the test winds. */
class PacingTest {
    private final AtomicLong nanos = new AtomicLong(1_000_000);

    @Test
    void aBucketGivesABurstAndThenOneAfterAnother() {
        Pace pace = new Pace(60, nanos::get);

        for (int i = 0; i < 6; i++) {
            assertThat(pace.reserve()).isZero();
        }
        assertThat(pace.reserve().toMillis()).isBetween(999L, 1000L);
        assertThat(pace.reserve().toMillis()).isBetween(1999L, 2000L);
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(pace.reserve()).isZero();
    }

    @Test
    void noLimitNeverWaitsUnlessTheServiceAsks() {
        Pace pace = new Pace(0, nanos::get);

        assertThat(pace.reserve()).isZero();
        pace.close(Duration.ofSeconds(5));
        assertThat(pace.reserve()).isEqualTo(Duration.ofSeconds(5));
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(pace.reserve()).isZero();
    }

    @Test
    void theBreakerOpensAfterThreeCallsAndLetsOneTryLater() {
        CircuitBreaker breaker = new CircuitBreaker(nanos::get);
        for (int i = 0; i < 3; i++) {
            assertThat(breaker.allows()).isTrue();
            breaker.unanswered();
        }

        assertThat(breaker.allows()).isFalse();
        nanos.addAndGet(Duration.ofSeconds(31).toNanos());
        assertThat(breaker.allows()).isTrue();
        assertThat(breaker.allows()).as("only one tries").isFalse();
        breaker.answered();
        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void anAnswerInBetweenKeepsTheBreakerClosed() {
        CircuitBreaker breaker = new CircuitBreaker(nanos::get);
        for (int i = 0; i < 10; i++) {
            breaker.unanswered();
            breaker.unanswered();
            breaker.answered();
        }

        assertThat(breaker.allows()).isTrue();
    }

    @Test
    void pausesDoubleWithJitterAndHaveAnEnd() {
        BackOff backOff = new BackOff(Duration.ofMillis(100), new Random(1));

        for (int attempt = 0; attempt < 40; attempt++) {
            long most = Math.min(60_000, 100L << Math.min(attempt, 20));
            assertThat(backOff.pause(attempt, null).toMillis()).isBetween(most / 2, most);
        }
    }

    @Test
    void theServiceMayAskForMoreButNotForLess() {
        BackOff backOff = new BackOff(Duration.ofMillis(100), new Random(1));

        assertThat(backOff.pause(0, Duration.ofSeconds(9))).isEqualTo(Duration.ofSeconds(9));
        assertThat(backOff.pause(3, Duration.ZERO).toMillis()).isBetween(400L, 800L);
    }
}
