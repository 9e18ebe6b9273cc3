package dev.inkling.openai.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.inkling.openai.cost.AnswerCache;
import dev.inkling.openai.fake.Services;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a call takes beyond what the JDK's client takes for the same bytes: JSON, hash, cache, ledger, pace. */
class OverheadTest {
    private static final int CALLS = 300;
    private static final double MOST_MILLIS = 5;
    private static final AnswerSchema SCHEMA = new AnswerSchema("score", """
            {"type": "object", "properties": {"score": {"type": "integer"}}, "required": ["score"],
             "additionalProperties": false}
            """);

    @TempDir
    private Path folder;

    /** One call. */
    @FunctionalInterface
    private interface Timed {
        void call(int n) throws Exception;
    }

    /** The fastest tenth, since the rest measures what else the machine does: a thread that waits for its turn waits 4 ms. */
    private static double quickMillis(Timed timed) throws Exception {
        double[] millis = new double[CALLS];
        for (int n = 0; n < 2 * CALLS; n++) {
            long start = System.nanoTime();
            timed.call(n);
            millis[n % CALLS] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[CALLS / 10];
    }

    @Test
    void aCallTakesLittleOfOurs() throws Exception {
        byte[] answer = "{\"choices\":[{\"message\":{\"content\":\"{\\\"score\\\":5}\"}}],\"usage\":{\"prompt_tokens\":9}}"
                .getBytes(StandardCharsets.UTF_8);
        // Without this the server waits 40 ms between the head and the body of an answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            OpenAiSettings settings = Services.settings(base);
            OpenAiClient ours =
                    Services.openAi(settings, Services.ledger(settings, 1000.0), new AnswerCache(folder, 1 << 30));
            HttpClient plain = HttpClient.newHttpClient();

            HttpRequest request = HttpRequest.newBuilder(URI.create(base))
                    .POST(BodyPublishers.ofString("x".repeat(900)))
                    .build();
            double theirs = quickMillis(n -> plain.send(request, BodyHandlers.ofByteArray()));
            double both = quickMillis(n -> ours.chat(
                    new ChatRequest("Judge.", "text " + n, List.of(), SCHEMA, 0), json -> json.path("score").asInt()));

            System.getLogger("dev.inkling.openai").log(
                    System.Logger.Level.INFO, String.format("a call: %.2f ms plain, %.2f ms ours", theirs, both));
            assertThat(both - theirs).isLessThan(MOST_MILLIS);
        } finally {
            server.stop(0);
        }
    }
}
