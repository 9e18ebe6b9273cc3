package dev.inkling.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says on standard error how long something has been going on, after two seconds and while a person watches. */
final class WaitLine {
    private static final long FIRST_MILLIS = 2000;
    private static final long NEXT_MILLIS = 1000;

    private final Terminal terminal;
    private final String what;
    private final Thread thread = new Thread(this::run, "inkling-wait-line");

    private WaitLine(Terminal terminal, String what) {
        this.terminal = terminal;
        this.what = what;
    }

    /** What takes a while. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /** @param asks whether a service is asked at all */
    static <T> T during(Terminal terminal, boolean asks, Work<T> work) throws IOException {
        return during(terminal, asks ? "asking the service" : null, work);
    }

    /** @param what goes on; null where it is quick */
    static <T> T during(Terminal terminal, @Nullable String what, Work<T> work) throws IOException {
        if (what == null || !terminal.interactive()) {
            return work.run();
        }
        WaitLine line = new WaitLine(terminal, what);
        line.thread.setDaemon(true);
        line.thread.start();
        try {
            return work.run();
        } finally {
            line.remove();
        }
    }

    private void run() {
        long start = System.nanoTime();
        try {
            Thread.sleep(FIRST_MILLIS);
            while (true) {
                show("\r" + what + ", " + (System.nanoTime() - start) / 1_000_000_000 + " s\033[K");
                Thread.sleep(NEXT_MILLIS);
            }
        } catch (InterruptedException e) {
            show("\r\033[K");
        }
    }

    private void show(String text) {
        terminal.err().print(text);
        terminal.err().flush();
    }

    private void remove() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
