package dev.inkling.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a run took place. */
final class Machine {
    private Machine() {}

    static String java() {
        return System.getProperty("java.version") + ", " + System.getProperty("java.vendor");
    }

    /** Such as {@code Linux amd64, Intel Xeon, 2 cores}. */
    static String hardware() throws IOException {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", " + processor()
                + Runtime.getRuntime().availableProcessors() + " cores";
    }

    /** What Linux calls the processor; nothing elsewhere. */
    private static String processor() throws IOException {
        Path facts = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(facts)) {
            return "";
        }
        return Files.readAllLines(facts).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip() + ", ")
                .findFirst()
                .orElse("");
    }

    /** The commit of the source in the current folder. */
    static String commit() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=7")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (git.waitFor() != 0) {
            throw new IOException("git does not know the commit; run this in the project's folder");
        }
        return commit;
    }
}
