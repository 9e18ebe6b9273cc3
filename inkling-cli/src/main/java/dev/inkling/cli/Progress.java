package dev.inkling.cli;

import java.util.Locale;

/** A progress bar on standard error; silent unless a person watches. Thread-safe. */
final class Progress {
    private static final int WIDTH = 30;
    private static final long NANOS_BETWEEN_DRAWS = 100_000_000;

    private final Terminal terminal;
    private final int total;
    private final long start = System.nanoTime();
    private int skipped;
    private int done;
    private long lastDraw;

    Progress(Terminal terminal, int total) {
        this.terminal = terminal;
        this.total = total;
    }

    synchronized void done() {
        done++;
        drawSometimes();
    }

    /** One more that needed no work: it does not count for the rate. */
    synchronized void skipped() {
        skipped++;
        drawSometimes();
    }

    /** Removes the bar. */
    synchronized void finish() {
        if (terminal.interactive()) {
            terminal.err().print("\r\033[K");
            terminal.err().flush();
        }
    }

    private void drawSometimes() {
        long now = System.nanoTime();
        if (terminal.interactive() && now - lastDraw >= NANOS_BETWEEN_DRAWS) {
            lastDraw = now;
            terminal.err().print("\r" + line((now - start) / 1e9) + "\033[K");
            terminal.err().flush();
        }
    }

    /** {@code [=====     ] 12/240  3.4/s  1:07 left}. */
    String line(double seconds) {
        int filled = total == 0 ? WIDTH : (int) ((long) WIDTH * (done + skipped) / total);
        double rate = done / Math.max(seconds, 1e-3);
        return String.format(
                Locale.ROOT, "[%s%s] %d/%d  %.1f/s  %s left", "=".repeat(filled), " ".repeat(WIDTH - filled),
                done + skipped, total, rate, left(rate));
    }

    private String left(double rate) {
        if (rate <= 0) {
            return "?";
        }
        return clock(Math.round((total - done - skipped) / rate));
    }

    /** {@code 1:07} or {@code 2:46:40}. */
    static String clock(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
