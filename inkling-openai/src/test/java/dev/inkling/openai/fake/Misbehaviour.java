package dev.inkling.openai.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

/** How faults look on the wire. */
final class Misbehaviour {
    private static final long SLOW_MILLIS = 60;
    private static final int HUGE_BYTES = 24 << 20;

    private Misbehaviour() {}

    /** @param answer what would have been sent; once it is made, it is charged */
    static void show(Fault fault, HttpExchange exchange, FakeRequest request, Supplier<byte[]> answer)
            throws IOException {
        switch (fault) {
            case SLOW -> {
                sleep();
                FakeService.send(exchange, 200, answer.get());
            }
            case RATE_LIMIT -> {
                exchange.getResponseHeaders().set("Retry-After-Ms", "15");
                FakeService.send(exchange, 429, error("rate_limit_exceeded", "Rate limit reached."));
            }
            case UNAVAILABLE -> FakeService.send(exchange, 503, error("server_error", "The engine is overloaded."));
            case CUT -> cut(exchange, answer.get());
            case MALFORMED_JSON -> FakeService.send(exchange, 200, half(answer.get()));
            case WRONG_CONTENT -> FakeService.send(exchange, 200, wrong(request));
            case HUGE -> flood(exchange);
            case REFUSAL -> refuse(exchange, request);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(SLOW_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Announces all and sends half; closing the exchange then drops the connection. */
    private static void cut(HttpExchange exchange, byte[] answer) throws IOException {
        exchange.sendResponseHeaders(200, answer.length);
        OutputStream out = exchange.getResponseBody();
        out.write(answer, 0, answer.length / 2);
        out.flush();
    }

    private static byte[] half(byte[] answer) {
        return Arrays.copyOf(answer, answer.length / 2);
    }

    private static byte[] wrong(FakeRequest request) {
        if (request.path().equals("/chat/completions")) {
            return FakeAnswers.completion("Sure! Here is what you asked for.");
        }
        String picture = request.path().startsWith("/sdapi")
                ? "{\"images\":[\"%%%\"]}"
                : "{\"created\":1,\"data\":[{\"b64_json\":\"%%% not base64 %%%\"}]}";
        return picture.getBytes(StandardCharsets.UTF_8);
    }

    /** Chunked, so that its length is not known before. */
    private static void flood(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] block = new byte[1 << 16];
        try (OutputStream out = exchange.getResponseBody()) {
            for (int sent = 0; sent < HUGE_BYTES; sent += block.length) {
                out.write(block);
            }
        }
    }

    private static void refuse(HttpExchange exchange, FakeRequest request) throws IOException {
        if (request.path().equals("/chat/completions")) {
            FakeService.send(exchange, 200, FakeAnswers.refusal());
        } else {
            FakeService.send(exchange, 400, error("moderation_blocked", "Your request was rejected."));
        }
    }

    private static byte[] error(String code, String message) {
        return ("{\"error\":{\"message\":\"" + message + "\",\"type\":\"x\",\"param\":null,\"code\":\"" + code + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
