package dev.inkling.openai.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitHeadersTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Retry-After | 7 | 7000",
        "Retry-After | 1.5 | 1500",
        "retry-after | Sun, 1 Mar 2026 12:00:30 GMT | 30000",
        "Retry-After | Sun, 1 Mar 2026 11:00:00 GMT | 0",
        "Retry-After-Ms | 20 | 20"
    })
    void saysWhenToComeBack(String name, String value, long millis) {
        assertThat(WaitHeaders.retryAfter(headers(Map.of(name, value)), NOON)).hasValue(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"soon", "-1", "1e9", "''", "99999999999999"})
    void nonsenseSaysNothing(String value) {
        assertThat(WaitHeaders.retryAfter(headers(Map.of("Retry-After", value)), NOON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"6m0s, 360000", "1.5s, 1500", "20ms, 20", "1h2m, 3720000"})
    void anExhaustedLimitClosesTheService(String reset, long millis) {
        HttpHeaders headers = headers(Map.of("x-ratelimit-remaining-requests", "0", "x-ratelimit-reset-requests", reset));

        assertThat(WaitHeaders.exhausted(headers)).hasValue(Duration.ofMillis(millis));
    }

    @Test
    void whatIsLeftClosesNothing() {
        assertThat(WaitHeaders.exhausted(headers(
                Map.of("x-ratelimit-remaining-requests", "3", "x-ratelimit-reset-requests", "6m0s")))).isEmpty();
        assertThat(WaitHeaders.exhausted(headers(
                Map.of("x-ratelimit-remaining-tokens", "0", "x-ratelimit-reset-tokens", "tomorrow")))).isEmpty();
    }

    private static HttpHeaders headers(Map<String, String> values) {
        Map<String, List<String>> lists = new HashMap<>();
        values.forEach((name, value) -> lists.put(name, List.of(value)));
        return HttpHeaders.of(lists, (name, value) -> true);
    }
}
