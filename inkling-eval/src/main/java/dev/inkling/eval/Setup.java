package dev.inkling.eval;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How results were made.
 *
 * @param command  the whole command line
 * @param version  of Inkling
 * @param code     SHA-256 of the compiled code
 * @param java     version and maker of the Java runtime
 * @param system   operating system and processor architecture
 * @param cores    how many processors Java sees
 * @param finished when the run ended, UTC
 */
public record Setup(
        String command, String version, String code, String java, String system, int cores, String finished) {

    /** This machine, now. */
    public static Setup here(String command, String version) throws IOException {
        return new Setup(
                command, version, Plan.code(),
                System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
