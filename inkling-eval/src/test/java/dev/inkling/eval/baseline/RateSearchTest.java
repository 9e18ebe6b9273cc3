package dev.inkling.eval.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RateSearchTest {
    @Test
    void findsTheFinestSettingThatFits() throws IOException {
        for (int maxBytes = 10; maxBytes <= 120; maxBytes++) {
            int expected = Math.min(99, maxBytes - 10);
            assertThat(RateSearch.finest(maxBytes, 100, setting -> 10 + setting)).hasValue(expected);
        }
    }

    @Test
    void sayWhenNothingFits() throws IOException {
        assertThat(RateSearch.finest(9, 100, setting -> 10 + setting)).isEmpty();
        assertThat(RateSearch.finest(9, 1, setting -> 10)).isEmpty();
    }

    @Test
    void neverExceedsTheBudgetWhereLengthsJump() throws IOException {
        for (int maxBytes = 10; maxBytes < 90; maxBytes++) {
            var found = RateSearch.finest(maxBytes, 64, RateSearchTest::jumping);
            assertThat(jumping(found.orElseThrow())).isLessThanOrEqualTo(maxBytes);
        }
    }

    private static long jumping(int setting) {
        return setting == 0 ? 10 : 10 + setting + 7 * (setting % 3);
    }

    @Test
    void triesFewSettings() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        RateSearch.finest(500, 1024, setting -> {
            tries.incrementAndGet();
            return setting;
        });
        assertThat(tries.get()).isLessThanOrEqualTo(11);
    }
}
