package dev.inkling.cli;

import dev.inkling.openai.cost.Bill;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a batch did, counted. Thread-safe. */
final class BatchTally {
    private final long start = System.nanoTime();
    private final List<Failure> failures = new ArrayList<>();
    private int made;
    private int skipped;
    private long bytes;
    private long pixels;

    synchronized void made(BatchStep.Made file) {
        made++;
        bytes += file.bytes();
        pixels += file.pixels();
    }

    synchronized void skipped() {
        skipped++;
    }

    synchronized void failed(Failure failure) {
        failures.add(failure);
    }

    /** The code of the failures when they agree, 1 when they do not. */
    synchronized int exitCode() {
        List<ExitCode> codes = failures.stream().map(Failure::exitCode).distinct().collect(Collectors.toList());
        if (codes.isEmpty()) {
            return ExitCode.OK.code();
        }
        return (codes.size() == 1 ? codes.get(0) : ExitCode.INTERNAL).code();
    }

    /** A small table. */
    synchronized String text(String verb) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(Locale.ROOT, "%-8s %6d", verb, made));
        if (made > 0) {
            text.append(String.format(
                    Locale.ROOT, "   %d bytes, %.1f bytes and %s bpp on average", bytes, (double) bytes / made,
                    FileFacts.significant(8.0 * bytes / pixels)));
        }
        text.append(String.format(Locale.ROOT, "\n%-8s %6d", "skipped", skipped));
        text.append(String.format(Locale.ROOT, "\n%-8s %6d", "failed", failures.size()));
        text.append(String.format(
                Locale.ROOT, "\n%-8s %6.1f s %.1f files/s", "time", seconds(), made / Math.max(1e-3, seconds())));
        for (Failure failure : sortedFailures()) {
            text.append("\n  ").append(failure.file()).append(": ").append(failure.what());
        }
        return text.toString();
    }

    /** @param bill what services were paid; null when none were used */
    synchronized String json(@Nullable Bill bill, BatchStep step) {
        JsonWriter json = new JsonWriter().beginObject();
        json.name("made").value(made);
        json.name("skipped").value(skipped);
        json.name("failed").value(failures.size());
        json.name("bytes").value(bytes);
        json.name("bpp").value(pixels == 0 ? 0 : 8.0 * bytes / pixels);
        json.name("seconds").value(seconds());
        json.name("failures").beginArray();
        sortedFailures().forEach(failure -> failure.writeTo(json));
        json.endArray();
        ServiceReport.writeTo(json, bill, step.options());
        return json.endObject().toString();
    }

    private List<Failure> sortedFailures() {
        return failures.stream()
                .sorted(Comparator.comparing(failure -> String.valueOf(failure.file())))
                .collect(Collectors.toList());
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
