package dev.inkling.cli;

import dev.inkling.eval.Mean;
import dev.inkling.eval.Results;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an evaluation prints: a table in Markdown, ready for a page.
 *
 * @param results what was found
 * @param folder  where it all is
 */
record EvalTable(Results results, Path folder) {
    String text() {
        StringBuilder text = new StringBuilder("| codec | at most | mean bytes | bpp |");
        results.metrics().forEach(metric -> text.append(' ').append(metric.name()).append(" |"));
        text.append(" failed |\n|---|---|---|---|").append("---|".repeat(results.metrics().size() + 1)).append('\n');
        results.means().forEach(mean -> append(mean, text));
        text.append("\nThe report is at ").append(report());
        if (results.failures() > 0) {
            text.append("\n").append(results.failures()).append(" of ").append(results.measurements().size())
                    .append(" measurements failed; the report says why");
        }
        return text.toString();
    }

    private void append(Mean mean, StringBuilder text) {
        text.append("| ").append(mean.codec()).append(" | ").append(mean.maxBytes()).append(" | ");
        if (mean.pictures() == 0) {
            text.append("– | – | ").append("– | ".repeat(results.metrics().size()));
        } else {
            text.append(String.format(Locale.ROOT, "%.0f | %.4f | ", mean.bytes(), mean.bpp()));
            text.append(results.metrics().stream()
                    .map(metric -> mean.metrics().get(metric.name()))
                    .map(spread -> spread == null ? "– | " : FileFacts.significant(spread.mean()) + " | ")
                    .collect(Collectors.joining()));
        }
        text.append(mean.failed()).append(" |\n");
    }

    String json() {
        JsonWriter json = new JsonWriter().beginObject();
        json.name("report").value(report());
        json.name("results").value(folder.resolve("results.json").toAbsolutePath().normalize().toString());
        json.name("measurements").value(results.measurements().size());
        json.name("failed").value(results.failures());
        json.name("means").beginArray();
        for (Mean mean : results.means()) {
            json.beginObject().name("codec").value(mean.codec()).name("maxBytes").value(mean.maxBytes());
            json.name("pictures").value(mean.pictures()).name("failed").value(mean.failed());
            json.name("bytes").value(mean.bytes()).name("bpp").value(mean.bpp());
            mean.metrics().forEach((name, spread) -> json.name(name).value(spread.mean()));
            json.endObject();
        }
        return json.endArray().endObject().toString();
    }

    private String report() {
        return folder.resolve("report.html").toAbsolutePath().normalize().toString();
    }
}
