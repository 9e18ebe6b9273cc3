package dev.inkling.openai.transport;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;

/** One request, as often as it is sent. Immutable. */
public final class Call {
    private final String method;
    private final String path;
    private final String contentType;
    private final byte[] body;
    private final String idempotencyKey;
    private final int maxAnswerBytes;

    private Call(
            String method, String path, String contentType, byte[] body, String idempotencyKey, int maxAnswerBytes) {
        this.method = method;
        this.path = path;
        this.contentType = contentType;
        this.body = body;
        this.idempotencyKey = idempotencyKey;
        this.maxAnswerBytes = maxAnswerBytes;
    }

    /**
     * A request that changes nothing.
     *
     * @param path           below the service's address, without a slash before it
     * @param maxAnswerBytes longer answers are refused
     */
    public static Call get(String path, int maxAnswerBytes) {
        return new Call("GET", path, "", new byte[0], "", maxAnswerBytes);
    }

    /**
     * A request that may cost money.
     *
     * @param body           taken over; must not be changed afterwards
     * @param idempotencyKey the same for every attempt, so that a service that knows such keys charges once
     */
    public static Call post(String path, String contentType, byte[] body, String idempotencyKey, int maxAnswerBytes) {
        return new Call("POST", path, contentType, body, idempotencyKey, maxAnswerBytes);
    }

    String path() {
        return path;
    }

    int maxAnswerBytes() {
        return maxAnswerBytes;
    }

    HttpRequest.Builder request(Endpoint endpoint) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.resolve(path)).method(method, publisher());
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        if (!idempotencyKey.isEmpty()) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return request.header("Accept", "application/json");
    }

    private BodyPublisher publisher() {
        return method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    }
}
