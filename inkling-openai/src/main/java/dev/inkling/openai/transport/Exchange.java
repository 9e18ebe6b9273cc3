package dev.inkling.openai.transport;

import dev.inkling.openai.transport.FailedAttempt.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Sends a call once and says what became of it. Thread-safe. */
record Exchange(HttpClient client, Endpoint endpoint, Duration timeout, InstantSource clock) {
    /**
     * @param pace hears when the service wants a pause
     * @throws RefusalException     when the service does not want to
     * @throws InterruptedException when the thread was interrupted; the request is cancelled
     */
    Answer send(Call call, Pace pace) throws FailedAttempt, RefusalException, InterruptedException {
        HttpRequest.Builder request = call.request(endpoint);
        endpoint.authorise(request);
        // The client's own timeout ends with the head of the answer; the body has another.
        request.timeout(timeout);
        return judge(send(request.build(), call.maxAnswerBytes()), pace);
    }

    private HttpResponse<byte[]> send(HttpRequest request, int maxAnswer) throws FailedAttempt, InterruptedException {
        try {
            return client.send(request, head -> BoundedBody.of(head, maxAnswer, timeout));
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private FailedAttempt broken(IOException e) {
        if (e.getCause() instanceof BoundedBody.TooLongException) {
            return new FailedAttempt(Kind.BUSY, e.getCause().getMessage(), null);
        }
        if (e instanceof SSLException) {
            return new FailedAttempt(Kind.FINAL, "no secure connection: " + e.getMessage(), null);
        }
        if (e instanceof ConnectException || e instanceof HttpConnectTimeoutException) {
            return new FailedAttempt(Kind.AWAY, "cannot be reached; is it running, and is the address right?", null);
        }
        if (e instanceof HttpTimeoutException || e.getCause() instanceof TimeoutException) {
            return new FailedAttempt(Kind.AWAY, "no whole answer within " + timeout.toMillis() / 1e3 + " s", null);
        }
        return new FailedAttempt(Kind.AWAY, "the connection broke: " + e.getMessage(), null);
    }

    private Answer judge(HttpResponse<byte[]> response, Pace pace) throws FailedAttempt, RefusalException {
        Answer answer = new Answer(response.headers(), response.body());
        if (response.statusCode() / 100 == 2) {
            WaitHeaders.exhausted(response.headers()).ifPresent(pace::close);
            return answer;
        }
        ServiceError error = ServiceError.of(answer);
        if (error.isRefusal()) {
            throw new RefusalException(endpoint.name(), endpoint.redact(error.message()));
        }
        Duration pause = WaitHeaders.retryAfter(response.headers(), clock.instant()).orElse(null);
        if (response.statusCode() == 429 && pause != null && !error.isFinal()) {
            pace.close(pause);
        }
        throw new FailedAttempt(
                error.isFinal() ? Kind.FINAL : kind(response.statusCode()),
                reason(response.statusCode(), error.message()), pause);
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 408, 409, 429 -> Kind.BUSY;
            default -> status >= 500 ? Kind.AWAY : Kind.FINAL;
        };
    }

    private static String reason(int status, String message) {
        String meaning = switch (status) {
            case 401, 403 -> "the key is missing, wrong or not allowed to do this";
            case 404 -> "it has no such model or function";
            case 413 -> "the request is too large for it";
            case 429 -> "too many requests, or the quota is used up";
            default -> status / 100 == 3 ? "it points to another address, which is not followed" : "";
        };
        return "HTTP " + status + (meaning.isEmpty() ? "" : ", " + meaning) + (message.isEmpty() ? "" : ": " + message);
    }
}
