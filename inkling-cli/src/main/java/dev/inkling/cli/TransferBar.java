package dev.inkling.cli;

import dev.inkling.onnx.models.TransferListener;
import java.time.Duration;
import java.util.Locale;

/** How far a model has come, on standard error: after two seconds, and while a person watches. Not thread-safe. */
final class TransferBar implements TransferListener, AutoCloseable {
    private static final int WIDTH = 30;
    private static final long NANOS_BEFORE = 2_000_000_000;
    private static final long NANOS_BETWEEN_DRAWS = 100_000_000;

    private final Terminal terminal;
    private long start = System.nanoTime();
    private long lastDraw = start + NANOS_BEFORE - NANOS_BETWEEN_DRAWS;
    private long total;
    private long done;
    private boolean drawn;

    TransferBar(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void begins(long bytes) {
        start = System.nanoTime();
        total = bytes;
        done = 0;
    }

    @Override
    public void advanced(long bytes) {
        done += bytes;
        long now = System.nanoTime();
        if (terminal.interactive() && now - lastDraw >= NANOS_BETWEEN_DRAWS) {
            lastDraw = now;
            drawn = true;
            terminal.err().print("\r" + line((now - start) / 1e9) + "\033[K");
            terminal.err().flush();
        }
    }

    /** Short pauses are not worth a line. */
    @Override
    public void pauses(String reason, Duration pause) {
        if (pause.toNanos() >= NANOS_BEFORE) {
            close();
            terminal.errorLine("inkling: note: " + reason + "; again in " + pause.toSeconds() + " s");
        }
    }

    /** {@code [=====     ] 12.3/606.2 MB  8.1 MB/s  1:07 left}. */
    String line(double seconds) {
        int filled = total == 0 ? WIDTH : (int) Math.min(WIDTH, WIDTH * (done / (double) total));
        double rate = done / Math.max(seconds, 1e-3);
        String left = done < total / 1000 || done == 0 ? "?" : Progress.clock(Math.round((total - done) / rate));
        return String.format(
                Locale.ROOT, "[%s%s] %.1f/%.1f MB  %.1f MB/s  %s left", "=".repeat(filled), " ".repeat(WIDTH - filled),
                done / 1e6, total / 1e6, rate / 1e6, left);
    }

    /** Removes the bar. */
    @Override
    public void close() {
        if (drawn) {
            terminal.err().print("\r\033[K");
            terminal.err().flush();
        }
    }
}
