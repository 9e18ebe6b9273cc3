package dev.inkling.onnx.models;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A body that is closed when nothing comes for too long: the HTTP client's own timeout ends with the head of an answer. */
final class StallGuard extends FilterInputStream {
    private final Duration silence;
    private final Executor later;
    private volatile long lastRead = System.nanoTime();
    private volatile boolean closed;

    StallGuard(InputStream body, Duration silence) {
        super(body);
        this.silence = silence;
        this.later = CompletableFuture.delayedExecutor(silence.toMillis() / 4 + 1, TimeUnit.MILLISECONDS);
        later.execute(this::look);
    }

    private void look() {
        if (closed) {
            return;
        }
        if (System.nanoTime() - lastRead < silence.toNanos()) {
            later.execute(this::look);
            return;
        }
        try {
            close();
        } catch (IOException e) {
            closed = true; // whoever reads notices by itself
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        lastRead = System.nanoTime();
        return read;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        lastRead = System.nanoTime();
        return read;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        super.close();
    }
}
