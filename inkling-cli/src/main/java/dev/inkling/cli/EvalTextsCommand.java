package dev.inkling.cli;

import dev.inkling.eval.text.TextComparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares the text layer with other coders. */
@Command(
        name = "texts",
        description = "Code each line of a file with the text layer and with other coders, decode them again, and count.")
final class EvalTextsCommand extends Subcommand {
    @Parameters(index = "0", paramLabel = "FILE", description = "UTF-8 text, a description a line; empty lines are left out")
    private String input = "";

    @Option(
            names = "--baselines",
            order = 1,
            paramLabel = "NAME",
            split = ",",
            description = "zlib, zstd and brotli (programs), consonants (lossy, 4 bits each) (default: zlib,consonants)")
    private List<String> baselines = List.of("zlib", "consonants");

    @Option(
            names = "--zstd-dictionary",
            order = 2,
            paramLabel = "DICT",
            description = "trained dictionary for zstd, as zstd --train makes; its bytes are not counted")
    private @Nullable Path dictionary;

    EvalTextsCommand(Environment environment) {
        super(environment);
    }

    @Override
    @Nullable String subject() {
        return input;
    }

    @Override
    public Integer call() throws IOException {
        List<String> texts = Utf8.decode(streams.read(input)).lines().filter(line -> !line.isBlank()).toList();
        if (texts.isEmpty()) {
            throw new UsageException(input + " has no text");
        }
        List<TextComparison.Row> rows = compare(texts);
        terminal.line(json ? json(rows) : text(rows));
        return ExitCode.OK.code();
    }

    private List<TextComparison.Row> compare(List<String> texts) throws IOException {
        try {
            return TextComparison.of(texts, baselines, Optional.ofNullable(dictionary));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--baselines: " + e.getMessage());
        }
    }

    private static String text(List<TextComparison.Row> rows) {
        StringBuilder text = new StringBuilder(
                "| coder | texts | mean bytes | bits per character | exact |\n|---|---|---|---|---|");
        for (TextComparison.Row row : rows) {
            text.append(String.format(
                    Locale.ROOT, "%n| %s | %d | %.1f | %.3f | %d |", row.codec(), row.texts(),
                    (double) row.bytes() / row.texts(), row.bitsPerChar(), row.exact()));
        }
        return text.toString();
    }

    private static String json(List<TextComparison.Row> rows) {
        JsonWriter json = new JsonWriter().beginObject().name("coders").beginArray();
        for (TextComparison.Row row : rows) {
            json.beginObject().name("coder").value(row.codec()).name("texts").value(row.texts());
            json.name("bytes").value(row.bytes()).name("bitsPerChar").value(row.bitsPerChar());
            json.name("exact").value(row.exact()).endObject();
        }
        return json.endArray().endObject().toString();
    }
}
