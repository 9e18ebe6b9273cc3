package dev.inkling.openai.transport;

import dev.inkling.ProviderException;
import dev.inkling.openai.transport.FailedAttempt.Kind;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.Semaphore;

/**
 * Makes calls to one service: as many at a time and a minute as allowed, again after a pause where that may help, and
 * not at all for a while when nobody answers. A thread that is interrupted gives up at once. Thread-safe.
 */
public final class Transport {
    private final Endpoint endpoint;
    private final Limits limits;
    private final Exchange exchange;
    private final Semaphore slots;
    private final Pace pace;
    private final CircuitBreaker breaker;
    private final BackOff backOff;
    private final InstantSource clock;
    private final Sleeper sleeper;

    public Transport(Endpoint endpoint, Limits limits) {
        this(endpoint, limits, InstantSource.system(), duration -> Thread.sleep(duration.toMillis() + 1));
    }

    Transport(Endpoint endpoint, Limits limits, InstantSource clock, Sleeper sleeper) {
        this.endpoint = endpoint;
        this.limits = limits;
        this.exchange = new Exchange(client(endpoint, limits), endpoint, limits.attempt(), clock);
        this.slots = new Semaphore(limits.concurrency(), true);
        this.pace = new Pace(limits.perMinute(), () -> nanos(clock));
        this.breaker = new CircuitBreaker(() -> nanos(clock));
        this.backOff = new BackOff(limits.firstPause(), new Random());
        this.clock = clock;
        this.sleeper = sleeper;
    }

    private static long nanos(InstantSource clock) {
        Instant now = clock.instant();
        return now.getEpochSecond() * 1_000_000_000 + now.getNano();
    }

    private static HttpClient client(Endpoint endpoint, Limits limits) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(limits.connect())
                // A redirect would take the key to another place.
                .followRedirects(HttpClient.Redirect.NEVER);
        if (endpoint.base().getScheme().equalsIgnoreCase("http")) {
            // The upgrade that Java offers to plain servers confuses some of them.
            builder.version(HttpClient.Version.HTTP_1_1);
        }
        return builder.build();
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /**
     * Makes a call.
     *
     * @throws RefusalException  when the service does not want to
     * @throws ProviderException when it fails for good, or for longer than allowed
     */
    public <T> T exchange(Call call, Answer.Reader<T> reader) throws ProviderException {
        if (!breaker.allows()) {
            throw failed(true, "the last calls found nobody there; it is left alone for half a minute");
        }
        Instant end = clock.instant().plus(limits.total());
        for (int attempt = 0; ; attempt++) {
            try {
                T answer = attempt(call, reader);
                breaker.answered();
                return answer;
            } catch (FailedAttempt e) {
                Duration rest = backOff.pause(attempt, e.pause());
                if (e.kind() == Kind.FINAL || attempt == limits.retries() || clock.instant().plus(rest).isAfter(end)) {
                    throw givenUp(e, attempt, rest);
                }
                sleep(rest);
            }
        }
    }

    private <T> T attempt(Call call, Answer.Reader<T> reader) throws FailedAttempt, ProviderException {
        sleep(pace.reserve());
        acquire();
        try {
            return reader.read(exchange.send(call, pace));
        } catch (MalformedAnswerException e) {
            throw new FailedAttempt(Kind.BUSY, e.getMessage(), null);
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            slots.release();
        }
    }

    private ProviderException givenUp(FailedAttempt e, int attempt, Duration rest) {
        if (e.kind() == Kind.AWAY) {
            breaker.unanswered();
        } else {
            breaker.answered();
        }
        String tries = attempt == 0 ? "" : " (after " + (attempt + 1) + " attempts)";
        String later = e.kind() == Kind.FINAL || attempt == limits.retries()
                ? ""
                : "; the next attempt would be in " + rest.toSeconds() + " s, which is too late";
        return failed(e.kind() != Kind.FINAL, e.reason() + tries + later);
    }

    private ProviderException failed(boolean retryable, String reason) {
        return new ProviderException(endpoint.name(), retryable, endpoint.redact(reason));
    }

    private void acquire() throws ProviderException {
        try {
            slots.acquire();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void sleep(Duration duration) throws ProviderException {
        try {
            if (!duration.isZero()) {
                sleeper.sleep(duration);
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private ProviderException interrupted() {
        Thread.currentThread().interrupt();
        return failed(true, "cancelled");
    }
}
