package dev.inkling.bitstream;

import dev.inkling.Calibration;
import dev.inkling.Embedding;
import dev.inkling.Layer;
import dev.inkling.Sketch;
import dev.inkling.bitstream.Goldens.Golden;
import dev.inkling.entropy.LogisticTables;
import dev.inkling.entropy.RangeEncoder;
import dev.inkling.image.ImageSize;
import dev.inkling.picture.PictureModelShapes;
import dev.inkling.text.HelperWords;
import dev.inkling.vector.VectorTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The format document: its generated parts, and its tables as a reader of the document finds them. */
final class FormatDocument {
    private static final Pattern SECTION =
            Pattern.compile("(<!-- generated: (\\S+) -->\n)(.*?)(<!-- end of generated part -->)", Pattern.DOTALL);
    private static final Pattern HEX = Pattern.compile("((?:[0-9a-f]{2} ?)+)(?:  .*)?");
    private static final Pattern KINDS = Pattern.compile("a symbol of the table with\\s+frequencies\\s+([0-9, ]+):");
    private static final int SIZES_IN_A_ROW = 8;
    private static final int BYTES_IN_A_ROW = 16;
    private static final int NUMBERS_IN_A_ROW = 8;
    private static final int TRACED = 10;

    private final String text;

    private FormatDocument(String text) {
        this.text = text;
    }

    static FormatDocument read(Path path) throws IOException {
        return new FormatDocument(Files.readString(path));
    }

    /** The generated parts by name, as the document has them. */
    Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        Matcher matcher = SECTION.matcher(text);
        while (matcher.find()) {
            sections.put(matcher.group(2), matcher.group(3));
        }
        return sections;
    }

    /** The document with its generated parts made again. */
    String regenerated() {
        return SECTION.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + generate(match.group(2)) + match.group(4)));
    }

    /** The sizes of size codes 0 to 5. */
    List<String> firstSizes() {
        return sizes("sizes-first");
    }

    /** The sizes of the table. */
    List<String> tableSizes() {
        return sizes("sizes-table");
    }

    /** The frequencies of the kinds of a text layer. */
    int[] kindFrequencies() {
        Matcher matcher = KINDS.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("the document does not tell the frequencies of the kinds");
        }
        return Stream.of(matcher.group(1).split(", ")).mapToInt(Integer::parseInt).toArray();
    }

    private List<String> sizes(String section) {
        List<String> sizes = new ArrayList<>();
        for (String line : sections().get(section).split("\n")) {
            if (line.contains(": ")) {
                sizes.addAll(List.of(line.substring(line.indexOf(':') + 1).trim().split(" +")));
            }
        }
        return sizes;
    }

    /** The bytes of an example, from its hexadecimal digits. */
    byte[] example(String section) {
        StringBuilder digits = new StringBuilder();
        String block = sections().get(section);
        for (String line : block.substring(0, block.indexOf("\n```\n")).split("\n")) {
            Matcher matcher = HEX.matcher(line);
            digits.append(matcher.matches() ? matcher.group(1).replace(" ", "") : "");
        }
        return HexFormat.of().parseHex(digits);
    }

    /** What an example is said to contain. */
    List<String> exampleFacts(String section) {
        String block = sections().get(section);
        String facts = block.substring(block.lastIndexOf("```text\n") + "```text\n".length());
        return List.of(facts.substring(0, facts.indexOf("\n```")).split("\n"));
    }

    private String generate(String name) {
        if (name.startsWith("example-")) {
            return example(golden(name.substring("example-".length())));
        }
        return switch (name) {
            case "sizes-first" -> sizes(CommonSizes.FIRST, 1);
            case "sizes-table" -> sizes(CommonSizes.TABLE, SIZES_IN_A_ROW);
            case "resources" -> resources();
            case "limits" -> limits();
            case "logistic" -> logistic();
            case "models" -> models();
            case "helpers" -> HelperWords.wrapped();
            case "trace" -> trace();
            case "vector-bases" -> numbers(VectorTables.bases());
            case "vector-powers" -> numbers(VectorTables.powers());
            default -> throw new IllegalStateException("nobody knows how to make the part " + name);
        };
    }

    private static byte[] golden(String name) {
        return Goldens.valid().stream()
                .filter(golden -> golden.name().equals(name))
                .map(Golden::file)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no golden file is called " + name));
    }

    private static DocumentedFile documented(byte[] file) {
        return new DocumentedFile(file, strings(CommonSizes.FIRST), strings(CommonSizes.TABLE));
    }

    static List<String> strings(List<ImageSize> sizes) {
        return sizes.stream().map(ImageSize::toString).toList();
    }

    private static String sizes(List<ImageSize> sizes, int row) {
        StringBuilder out = new StringBuilder("```text\n");
        for (int i = 0; i < sizes.size(); i += row) {
            String cells = sizes.subList(i, Math.min(i + row, sizes.size())).stream()
                    .map(size -> String.format("%-12s", size))
                    .collect(Collectors.joining());
            out.append(String.format("%3d: ", i)).append(cells.stripTrailing()).append('\n');
        }
        return out.append("```\n").toString();
    }

    private static String numbers(long[] numbers) {
        StringBuilder out = new StringBuilder("```text\n");
        for (int i = 0; i < numbers.length; i++) {
            out.append(numbers[i]).append((i + 1) % NUMBERS_IN_A_ROW == 0 ? "\n" : " ");
        }
        return out.append("```\n").toString();
    }

    private static String resources() {
        StringBuilder out = new StringBuilder("| resource | bytes | SHA-256 |\n|---|---|---|\n");
        try {
            Path classes = Path.of(
                    BitstreamReader.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (Stream<Path> files = Files.walk(classes)) {
                List<Path> tables = files.filter(file -> file.toString().endsWith(".bin")).sorted().toList();
                for (Path file : tables) {
                    byte[] bytes = Files.readAllBytes(file);
                    out.append("| `").append(file.getFileName()).append("` | ").append(bytes.length).append(" | `")
                            .append(Facts.sha256(bytes)).append("` |\n");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }

    private static String limits() {
        return "| what | limit |\n|---|---|\n"
                + "| length of a file | 2 to " + BitstreamReader.MAX_LENGTH + " bytes |\n"
                + "| side of a picture | 1 to " + ImageSize.MAX_SIDE + " pixels |\n"
                + "| text of a layer | 0 to " + Layer.MAX_TEXT + " UTF-16 code units |\n"
                + "| sizes of a tiny picture | " + BitstreamWriter.TINY_SIZES + ", long side "
                + BitstreamWriter.tinySize(new ImageSize(1, 1), 0).longSide() + " to "
                + BitstreamWriter.tinySize(new ImageSize(1, 1), BitstreamWriter.TINY_SIZES - 1).longSide() + " |\n"
                + "| sizes of a sketch | " + BitstreamWriter.SKETCH_SIZES + ", long side "
                + BitstreamWriter.sketchSize(new ImageSize(1, 1), 0).longSide() + " to " + Sketch.MAX_SIDE + " |\n"
                + "| dimensions of a vector | " + Embedding.MIN_DIMENSION + " to " + Embedding.MAX_DIMENSION + " |\n"
                + "| axes of a calibration | 0 to " + Calibration.MAX_AXES + ", fewer than dimensions |\n"
                + "| quantiser steps | " + BitstreamWriter.STEPS + " |\n"
                + "| total of a frequency table | 1 to " + RangeEncoder.MAX_TOTAL + " |\n";
    }

    private static String logistic() {
        return "| table | SHA-256 |\n|---|---|\n"
                + "| squash(-2047) to squash(2047), 32 bits each | `" + Facts.sha256(LogisticTables.squash()) + "` |\n"
                + "| stretch(0), stretch(16) to stretch(65520), 16 bits each | `" + Facts.sha256(LogisticTables.stretch())
                + "` |\n";
    }

    private static String models() {
        StringBuilder out = new StringBuilder("| model | first sets | second sets | number of values of each context |\n");
        out.append("|---|---|---|---|\n");
        for (PictureModelShapes.Shape shape : PictureModelShapes.all()) {
            out.append("| ").append(shape.name()).append(" | ").append(shape.first()).append(" | ")
                    .append(shape.second()).append(" | ")
                    .append(shape.contexts().stream().map(String::valueOf).collect(Collectors.joining(", ")))
                    .append(" |\n");
        }
        return out.toString();
    }

    private String trace() {
        DocumentedFile file = documented(golden("text-raw"));
        return "| what | total | place | start | frequency | value | low after | range after | bytes read |\n"
                + "|---|---|---|---|---|---|---|---|---|\n"
                + String.join("\n", new DocumentedRawText(file.payload(), kindFrequencies()).trace(TRACED)) + "\n";
    }

    private static String example(byte[] file) {
        StringBuilder out = new StringBuilder("```text\n");
        for (DocumentedFile.Segment segment : documented(file).segments()) {
            for (int at = segment.from(); at < segment.to(); at += BYTES_IN_A_ROW) {
                String hex = HexFormat.ofDelimiter(" ").formatHex(file, at, Math.min(segment.to(), at + BYTES_IN_A_ROW));
                String line = at > segment.from() ? hex : String.format("%-47s  %s", hex, segment.meaning());
                out.append(line).append('\n');
            }
        }
        out.append("```\n\ncontains\n\n```text\n");
        try {
            Facts.of(file, BitstreamReader.read(file)).forEach(fact -> out.append(fact).append('\n'));
        } catch (IOException e) {
            throw new UncheckedIOException("an example that does not decode", e);
        }
        return out.append("```\n").toString();
    }
}
