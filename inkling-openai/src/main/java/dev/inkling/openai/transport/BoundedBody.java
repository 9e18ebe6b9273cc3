package dev.inkling.openai.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Collects the body of an answer and gives up, before memory is taken, on one that is too long. */
final class BoundedBody implements BodySubscriber<byte[]> {
    private final int limit;
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final boolean tooLong;
    private volatile Flow.@Nullable Subscription subscription;

    private BoundedBody(int limit, boolean tooLong) {
        this.limit = limit;
        this.tooLong = tooLong;
    }

    /**
     * @param limit most bytes; an answer that announces more is not even begun
     * @param time  longest time until it is whole
     */
    static BoundedBody of(HttpResponse.ResponseInfo head, int limit, Duration time) {
        long announced = head.headers().firstValueAsLong("Content-Length").orElse(0);
        BoundedBody body = new BoundedBody(limit, announced > limit);
        body.body.orTimeout(time.toMillis(), TimeUnit.MILLISECONDS).whenComplete((whole, failure) -> {
            if (failure instanceof TimeoutException) {
                body.cancel();
            }
        });
        return body;
    }

    /** The answer is longer than any that makes sense. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;

        TooLongException(int limit) {
            super("the answer is longer than any that makes sense (" + limit + " bytes)");
        }
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            if (tooLong || part.remaining() > limit - bytes.size()) {
                cancel();
                body.completeExceptionally(new TooLongException(limit));
                return;
            }
            byte[] copy = new byte[part.remaining()];
            part.get(copy);
            bytes.writeBytes(copy);
        }
    }

    private void cancel() {
        Flow.Subscription running = subscription;
        if (running != null) {
            running.cancel();
        }
    }

    @Override
    public void onError(Throwable cause) {
        body.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
        body.complete(bytes.toByteArray());
    }
}
