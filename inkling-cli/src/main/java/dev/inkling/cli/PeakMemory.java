package dev.inkling.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The most memory that this process had in RAM since the last reset, networks and all; Linux tells it. */
final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR = Path.of("/proc/self/clear_refs");
    private static final String LINE = "VmHWM:";

    private PeakMemory() {}

    /** Forgets what was before; where that is not allowed, peaks are those since the start. */
    static void reset() {
        try {
            if (Files.isWritable(CLEAR)) {
                Files.write(CLEAR, List.of("5")); // proc(5): resets the peak resident set size
            }
        } catch (IOException e) {
            // Peaks since the start are still true.
        }
    }

    /** In bytes; empty where the system does not say. */
    static OptionalLong bytes() {
        if (!Files.isReadable(STATUS)) {
            return OptionalLong.empty();
        }
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(LINE))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
