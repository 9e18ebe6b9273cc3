package dev.inkling.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a command is given by whoever starts it.
 *
 * @param terminal where it reads and writes
 * @param wiring   makes the codec
 * @param home     the project folder, which has the photographs of the demonstration; null when it is not known
 * @param debug    whether failures show their stack trace
 */
record Environment(Terminal terminal, Wiring wiring, @Nullable Path home, boolean debug) {
    /** The environment of this process: the launcher sets {@code inkling.home}, a user {@code INKLING_DEBUG}. */
    static Environment ofProcess() {
        String home = System.getProperty("inkling.home");
        return new Environment(
                Terminal.ofProcess(),
                new Wiring(),
                home == null ? null : Path.of(home),
                "1".equals(System.getenv("INKLING_DEBUG")));
    }
}
