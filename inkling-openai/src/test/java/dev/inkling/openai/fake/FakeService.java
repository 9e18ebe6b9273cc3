package dev.inkling.openai.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A service on this machine, OpenAI-compatible below {@code /v1} and A1111-style at its root. It checks every request,
 * charges once for each idempotency key, as services that know such keys do, and misbehaves as its plan says.
 */
public final class FakeService implements AutoCloseable {
    /** Says what goes wrong with an attempt. */
    @FunctionalInterface
    public interface Plan {
        /** @param attempt how often this very request was made before */
        Optional<Fault> fault(FakeRequest request, int attempt);
    }

    static {
        // Without this the server waits 40 ms between the head and the body of an answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FakeAnswers answers = new FakeAnswers();
    private final Optional<RequestSchema> schema = RequestSchema.load();
    private final List<FakeRequest> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> violations = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, byte[]> charged = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger mostBusy = new AtomicInteger();
    private volatile Plan plan = (request, attempt) -> Optional.empty();

    public FakeService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError("no port to listen at", e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** Address of the OpenAI-compatible service. */
    public String openAi() {
        return root() + "/v1";
    }

    /** Address of the image server. */
    public String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void misbehave(Plan next) {
        plan = next;
    }

    /** What comparisons and judgements say, in order; afterwards the last one stays. */
    public void score(int... scores) {
        answers.score(scores);
    }

    /** All requests so far, in the order of their arrival. */
    public List<FakeRequest> requests() {
        return List.copyOf(requests);
    }

    /** What was wrong with them. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    /** How many answers were charged. */
    public int charges() {
        return charged.size();
    }

    /** Most requests at a time. */
    public int mostBusy() {
        return mostBusy.get();
    }

    private void serve(HttpExchange exchange) throws IOException {
        mostBusy.accumulateAndGet(busy.incrementAndGet(), Math::max);
        try (exchange) {
            FakeRequest request = read(exchange);
            requests.add(request);
            RequestContract.violations(request).forEach(violations::add);
            schema.ifPresent(known -> known.violations(request).forEach(violations::add));
            answer(exchange, request);
        } catch (RuntimeException | Error e) {
            violations.add("the fake failed: " + e);
            throw e;
        } finally {
            busy.decrementAndGet();
        }
    }

    private static FakeRequest read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        String path = exchange.getRequestURI().getPath().replaceFirst("^/v1", "");
        return FakeRequest.of(exchange.getRequestMethod(), path, headers, exchange.getRequestBody().readAllBytes());
    }

    private void answer(HttpExchange exchange, FakeRequest request) throws IOException {
        String key = request.header("idempotency-key") + request.fingerprint();
        int attempt = attempts.computeIfAbsent(key, any -> new AtomicInteger()).getAndIncrement();
        Optional<Fault> fault = plan.fault(request, attempt);
        if (fault.isPresent()) {
            Misbehaviour.show(fault.get(), exchange, request, () -> body(request));
        } else {
            send(exchange, 200, body(request));
        }
    }

    private byte[] body(FakeRequest request) {
        if (request.method().equals("GET")) {
            return lists(request.path());
        }
        // A service that knows the key gives the answer again that it charged for.
        return charged.computeIfAbsent(request.header("idempotency-key"), key -> made(request));
    }

    private byte[] made(FakeRequest request) {
        return switch (request.path()) {
            case "/chat/completions" -> answers.chat(request);
            case "/images/generations", "/images/edits" -> answers.image(request);
            default -> answers.painting(request);
        };
    }

    private static byte[] lists(String path) {
        String json = switch (path) {
            case "/models" -> "{\"object\":\"list\",\"data\":[{\"id\":\"fake-vision\"},{\"id\":\"fake-image\"}]}";
            case "/sdapi/v1/sd-models" -> "[{\"title\":\"fake.safetensors\",\"model_name\":\"fake\"}]";
            case "/controlnet/model_list" -> "{\"model_list\":[\"control_v11p_sd15_canny [d14c016b]\","
                    + "\"control_v11f1e_sd15_tile [a371b31b]\",\"control_v11p_sd15_scribble [d4ba51ff]\"]}";
            default -> "{}";
        };
        return json.getBytes(StandardCharsets.UTF_8);
    }

    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
