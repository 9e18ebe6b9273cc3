package dev.inkling.openai.transport;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a service says about when to come back: {@code Retry-After} (RFC 9110, §10.2.3, seconds or a date), its
 * millisecond variant, and the rate-limit headers of OpenAI, whose times look like {@code 6m0s}, {@code 1.5s}, {@code
 * 20ms}.
 */
final class WaitHeaders {
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h)");

    private WaitHeaders() {}

    /** How long the service wants no retry of a request that failed. */
    static Optional<Duration> retryAfter(HttpHeaders headers, Instant now) {
        Optional<Duration> millis = headers.firstValue("Retry-After-Ms").flatMap(text -> seconds(text, 1e-3));
        return millis.or(() -> headers.firstValue("Retry-After").flatMap(text -> secondsOrDate(text, now)));
    }

    /** How long no request at all will be served, when a successful answer was the last one allowed. */
    static Optional<Duration> exhausted(HttpHeaders headers) {
        for (String kind : new String[] {"requests", "tokens"}) {
            if (headers.firstValue("X-RateLimit-Remaining-" + kind).filter("0"::equals).isPresent()) {
                return headers.firstValue("X-RateLimit-Reset-" + kind).flatMap(WaitHeaders::period);
            }
        }
        return Optional.empty();
    }

    private static Optional<Duration> secondsOrDate(String text, Instant now) {
        return seconds(text, 1).or(() -> date(text, now));
    }

    private static Optional<Duration> seconds(String text, double unit) {
        if (!text.strip().matches("\\d{1,9}(\\.\\d+)?")) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis(Math.round(1000 * unit * Double.parseDouble(text))));
    }

    private static Optional<Duration> date(String text, Instant now) {
        try {
            Instant then = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(then.isBefore(now) ? Duration.ZERO : Duration.between(now, then));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> period(String text) {
        Matcher matcher = PART.matcher(text.strip());
        double millis = 0;
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            millis += Double.parseDouble(matcher.group(1)) * millis(matcher.group(2));
            end = matcher.end();
        }
        boolean whole = end > 0 && end == text.strip().length();
        return whole ? Optional.of(Duration.ofMillis((long) millis)) : Optional.empty();
    }

    private static int millis(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1000;
            case "m" -> 60_000;
            default -> 3_600_000;
        };
    }
}
