package dev.inkling.eval.text;

import dev.inkling.eval.baseline.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Codes texts with several coders, decodes them again, and counts. */
public final class TextComparison {
    /** The names of what there is to compare with. */
    public static final List<String> BASELINES = List.of("zlib", "zstd", "brotli", "consonants");

    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);

    private TextComparison() {}

    /**
     * What one coder did with all texts.
     *
     * @param codec       name of the coder
     * @param texts       how many there were
     * @param bytes       of all coded texts
     * @param bitsPerChar bits for each Unicode code point, over all texts
     * @param exact       how many came back as they were
     */
    public record Row(String codec, int texts, long bytes, double bitsPerChar, int exact) {}

    /**
     * @param texts      each coded on its own, none of them empty
     * @param baselines  names out of {@link #BASELINES}; Inkling's text layer comes first in any case
     * @param dictionary a trained dictionary for {@code zstd}, which is not counted
     * @throws IllegalArgumentException when a name is unknown
     */
    public static List<Row> of(List<String> texts, List<String> baselines, Optional<Path> dictionary)
            throws IOException {
        List<TextCodec> codecs = new ArrayList<>(List.of(new LayerCodec()));
        for (String name : baselines) {
            codecs.add(named(name, dictionary));
        }
        List<Row> rows = new ArrayList<>();
        for (TextCodec codec : codecs) {
            rows.add(row(codec, texts));
        }
        return rows;
    }

    private static TextCodec named(String name, Optional<Path> dictionary) throws IOException {
        return switch (name) {
            case "zlib" -> new ZlibCodec();
            case "zstd" -> zstd(dictionary).checked();
            case "brotli" -> new ProgramTextCodec(
                    name, command("brotli -q 11 -o {file} {in}"), command("brotli -d -o {out} {file}")).checked();
            case "consonants" -> new ConsonantCodec();
            default -> throw new IllegalArgumentException(
                    "'" + name + "' is none of " + String.join(", ", BASELINES));
        };
    }

    /** Without a check sum and without the length of the text, which its decoder does not need. */
    private static ProgramTextCodec zstd(Optional<Path> dictionary) throws NoSuchFileException {
        List<String> with = new ArrayList<>();
        if (dictionary.isPresent()) {
            if (!Files.isRegularFile(dictionary.get())) {
                throw new NoSuchFileException(dictionary.get().toString());
            }
            with.addAll(List.of("-D", dictionary.get().toString()));
        }
        return new ProgramTextCodec(
                dictionary.isPresent() ? "zstd with dictionary" : "zstd",
                command("zstd -q -f --ultra -22 --no-check --no-content-size {in} -o {file}", with),
                command("zstd -q -f -d {file} -o {out}", with));
    }

    private static Program command(String line) {
        return command(line, List.of());
    }

    private static Program command(String line, List<String> more) {
        List<String> words = new ArrayList<>(Program.split(line));
        words.addAll(more);
        return new Program(words, TIME_LIMIT);
    }

    private static Row row(TextCodec codec, List<String> texts) throws IOException {
        long bytes = 0;
        long chars = 0;
        int exact = 0;
        for (String text : texts) {
            byte[] coded = codec.encode(text);
            bytes += coded.length;
            chars += text.codePointCount(0, text.length());
            exact += codec.decode(coded).equals(text) ? 1 : 0;
        }
        return new Row(codec.name(), texts.size(), bytes, 8.0 * bytes / chars, exact);
    }
}
