package dev.inkling.openai.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.inkling.ProviderException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {
    private static final String KEY = "sk-test-0123456789abcdef";
    private static final Call CALL = Call.post("x", "application/json", "{}".getBytes(StandardCharsets.UTF_8), "k1", 1000);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private final AtomicReference<Script> script = new AtomicReference<>();
    private HttpServer server;

    /** What the server does with the nth request, from 0. */
    @FunctionalInterface
    private interface Script {
        void answer(HttpExchange exchange, int n) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                script.get().answer(exchange, asked.getAndIncrement());
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private Transport transport(Limits limits) {
        Endpoint endpoint = new Endpoint(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), new Secret(KEY), Map.of());
        return new Transport(endpoint, limits, InstantSource.system(), pauses::add);
    }

    private static Limits limits(int retries, Duration attempt) {
        return new Limits(
                Duration.ofSeconds(5), attempt, Duration.ofMinutes(5), retries, Duration.ofMillis(10), 4, 0);
    }

    private String ask() throws ProviderException {
        return ask(transport(limits(3, Duration.ofSeconds(10))));
    }

    private static String ask(Transport transport) throws ProviderException {
        return transport.exchange(CALL, Answer::toString);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 429, 500, 502, 503, 529})
    void whatMayPassIsTriedAgain(int status) throws Exception {
        script.set((exchange, n) -> send(exchange, n < 2 ? status : 200, "fine"));

        assertThat(ask()).isEqualTo("fine");
        assertThat(asked).hasValue(3);
        assertThat(pauses).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "400, HTTP 400: no", "401, the key is missing", "403, the key is missing", "404, no such model",
        "413, too large", "302, another address", "422, HTTP 422"
    })
    void whatStaysWrongIsNot(int status, String message) {
        script.set((exchange, n) -> send(exchange, status, "{\"error\":{\"message\":\"no\"}}"));

        assertThatThrownBy(this::ask)
                .isInstanceOfSatisfying(ProviderException.class, e -> assertThat(e.retryable()).isFalse())
                .hasMessageContaining(message);
        assertThat(asked).hasValue(1);
    }

    @Test
    void anEmptyAccountIsNotTriedAgain() {
        script.set((exchange, n) ->
                send(exchange, 429, "{\"error\":{\"code\":\"insufficient_quota\",\"message\":\"pay\"}}"));

        assertThatThrownBy(this::ask).hasMessageContaining("pay");
        assertThat(asked).hasValue(1);
    }

    @Test
    void theServicesPauseIsKept() throws Exception {
        script.set((exchange, n) -> {
            exchange.getResponseHeaders().set("Retry-After", "7");
            send(exchange, n == 0 ? 429 : 200, "fine");
        });

        assertThat(ask()).isEqualTo("fine");
        assertThat(pauses).anySatisfy(pause -> assertThat(pause).isGreaterThanOrEqualTo(Duration.ofMillis(6900)));
    }

    @Test
    void aPauseBeyondTheTotalTimeIsNotWaitedFor() {
        script.set((exchange, n) -> {
            exchange.getResponseHeaders().set("Retry-After", "86400");
            send(exchange, 429, "");
        });

        assertThatThrownBy(this::ask).hasMessageContaining("86400 s, which is too late");
        assertThat(pauses).isEmpty();
    }

    @Test
    void brokenConnectionsAreTriedAgain() throws Exception {
        script.set((exchange, n) -> {
            if (n == 0) {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write(new byte[10]);
                exchange.getResponseBody().flush();
            } else {
                send(exchange, 200, "fine");
            }
        });

        assertThat(ask()).isEqualTo("fine");
        assertThat(asked).hasValue(2);
    }

    /** The head is sent at once; the body never ends. */
    @Test
    void aBodyThatTricklesMeetsTheTimeout() {
        script.set((exchange, n) -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
                pause(100);
            }
        });
        long start = System.nanoTime();

        assertThatThrownBy(() -> ask(transport(limits(0, Duration.ofMillis(300)))))
                .hasMessageContaining("no whole answer within 0.3 s");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1001, 50_000_000})
    void answersThatAreTooLongAreRefusedBeforeMemoryIsTaken(int announced) {
        script.set((exchange, n) -> {
            exchange.sendResponseHeaders(200, announced);
            exchange.getResponseBody().write(new byte[1001]);
        });

        assertThatThrownBy(() -> ask(transport(limits(0, Duration.ofSeconds(10))))).hasMessageContaining("1000 bytes");
    }

    @Test
    void answersThatMakeNoSenseAreAskedForAgain() throws Exception {
        script.set((exchange, n) -> send(exchange, 200, n == 0 ? "?" : "fine"));

        String answer = transport(limits(1, Duration.ofSeconds(10))).exchange(CALL, given -> {
            if (given.toString().equals("?")) {
                throw new MalformedAnswerException("a question");
            }
            return given.toString();
        });

        assertThat(answer).isEqualTo("fine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"content_policy_violation", "moderation_blocked", "content_filter"})
    void refusalsHaveTheirOwnNameAndNoRetry(String code) {
        script.set((exchange, n) ->
                send(exchange, 400, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"not this\"}}"));

        assertThatThrownBy(this::ask).isInstanceOf(RefusalException.class).hasMessageContaining("refused: not this");
        assertThat(asked).hasValue(1);
    }

    @Test
    void theKeyIsSentAndNeverSaid() {
        AtomicReference<String> sent = new AtomicReference<>();
        script.set((exchange, n) -> {
            sent.set(exchange.getRequestHeaders().getFirst("Authorization"));
            send(exchange, 401, "{\"error\":{\"message\":\"Incorrect key " + KEY + "\"}}");
        });

        assertThatThrownBy(this::ask)
                .hasMessageContaining("Incorrect key ***")
                .message()
                .doesNotContain(KEY);
        assertThat(sent).hasValue("Bearer " + KEY);
        assertThat(new Secret(KEY)).hasToString("***");
        assertThat(new Endpoint(URI.create("https://h"), new Secret(KEY), Map.of("x", new Secret("other"))).toString())
                .doesNotContain(KEY)
                .doesNotContain("other");
    }

    @Test
    void noMoreAtATimeThanAllowed() throws Exception {
        AtomicInteger busy = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        script.set((exchange, n) -> {
            most.accumulateAndGet(busy.incrementAndGet(), Math::max);
            pause(30);
            busy.decrementAndGet();
            send(exchange, 200, "fine");
        });
        Transport transport = transport(limits(0, Duration.ofSeconds(10)));
        List<Future<String>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(threads.submit(() -> ask(transport)));
        }
        for (Future<String> one : all) {
            one.get();
        }

        assertThat(most.get()).isBetween(2, 4);
    }

    @Test
    void anInterruptedThreadGivesUpAtOnce() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        script.set((exchange, n) -> {
            arrived.countDown();
            pause(20_000);
        });
        Future<?> future = threads.submit(() -> {
            assertThatThrownBy(this::ask).hasMessageContaining("cancelled");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            asked.set(-1);
        });
        arrived.await(10, TimeUnit.SECONDS);
        long start = System.nanoTime();
        future.cancel(true);
        while (asked.get() != -1 && System.nanoTime() - start < 5e9) {
            pause(5);
        }

        assertThat(asked).hasValue(-1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aServiceThatIsNotThereIsLeftAloneAfterAWhile() {
        server.stop(0);
        Transport transport = transport(limits(0, Duration.ofSeconds(2)));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> ask(transport)).hasMessageContaining("cannot be reached");
        }
        assertThatThrownBy(() -> ask(transport)).hasMessageContaining("left alone");
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
