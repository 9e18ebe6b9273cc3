package dev.inkling.cli;

import java.io.IOException;

/** What happens on Ctrl-C while networks run. */
final class Interruption {
    /** As shells count a process that SIGINT ended. */
    private static final int INTERRUPTED = 130;

    private Interruption() {}

    /** What runs networks. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Ends at once: an orderly exit would take ONNX Runtime away from under the threads that use it, which crashes.
     * Files are written whole or not at all.
     */
    static <T> T endsAtOnce(Work<T> work) throws IOException {
        Thread end = new Thread(() -> Runtime.getRuntime().halt(INTERRUPTED));
        Runtime.getRuntime().addShutdownHook(end);
        try {
            return work.run();
        } finally {
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }
}
