package dev.inkling.bitstream;

import dev.inkling.Layer;
import dev.inkling.LayerType;
import dev.inkling.bitstream.Goldens.Golden;
import dev.inkling.codec.TextMessage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the golden files, the seeds of the fuzz tests and the generated parts of {@code docs/format.md} again. Before the
 * first release it is run after every change of the format; after it, files are only added.
 *
 * <pre>{@code
 * mvn -q -B -pl inkling-core test-compile
 * java -cp inkling-core/target/classes:inkling-core/target/test-classes dev.inkling.bitstream.GoldenWriter
 * }</pre>
 */
public final class GoldenWriter {
    private static final Path RESOURCES = Path.of("inkling-core", "src", "test", "resources");

    private GoldenWriter() {}

    /** @param args none; run it in the root folder of the project */
    public static void main(String[] args) throws IOException {
        writeValid(RESOURCES.resolve("golden"));
        writeRefused(RESOURCES.resolve("golden-errors"));
        writeSeeds(RESOURCES.resolve("fuzz"));
        Path document = Path.of("docs", "format.md");
        Files.writeString(document, FormatDocument.read(document).regenerated());
    }

    private static void writeValid(Path folder) throws IOException {
        clear(folder);
        StringBuilder readme =
                readme("Files that every decoder of version 1 reads. `NAME.txt` says what is in `NAME.inkl`.");
        Files.write(folder.resolve("calibration.inkc"), Goldens.CALIBRATION.bytes());
        for (Golden golden : Goldens.valid()) {
            Files.write(folder.resolve(golden.name() + ".inkl"), golden.file());
            List<String> facts = Facts.of(golden.file(), Goldens.read(golden.file()));
            Files.writeString(folder.resolve(golden.name() + ".txt"), String.join("\n", facts) + "\n");
            line(readme, golden);
        }
        Files.writeString(folder.resolve("README.md"), readme);
    }

    private static void writeRefused(Path folder) throws IOException {
        clear(folder);
        StringBuilder readme = readme("Files that a decoder must refuse. `NAME.txt` says how it refuses `NAME.inkl`.");
        for (Golden golden : Goldens.refused()) {
            String refusal = Goldens.refusal(golden.file());
            if (refusal.isEmpty()) {
                throw new IllegalStateException(golden.name() + " is not refused");
            }
            Files.write(folder.resolve(golden.name() + ".inkl"), golden.file());
            Files.writeString(folder.resolve(golden.name() + ".txt"), refusal + "\n");
            line(readme, golden);
        }
        Files.writeString(folder.resolve("README.md"), readme);
    }

    /** Seeds of the parsers that do not start at the header; findings are added to these by hand. */
    private static void writeSeeds(Path folder) throws IOException {
        for (Golden golden : Goldens.valid()) {
            BitstreamReader.Read read = Goldens.read(golden.file());
            List<Layer> layers = read.contents().layers();
            if (read.archive() || layers.size() > 1) {
                continue;
            }
            if (layers.get(0).type() != LayerType.TEXT) {
                byte[] body = Seal.body(golden.file());
                int header = (int) (long) read.budget().byName().get("header") / 8;
                String parser = layers.get(0).type().label();
                seed(folder.resolve(parser), golden.name(), Arrays.copyOfRange(body, header, body.length));
            } else if (!golden.name().startsWith("size-")) {
                seed(folder.resolve("text"), golden.name(), TextMessage.encode(layers.get(0)));
            }
        }
    }

    private static void seed(Path folder, String name, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".bin"), bytes);
    }

    private static void clear(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder)) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }

    private static StringBuilder readme(String first) {
        return new StringBuilder(first)
                .append(" Made by `GoldenWriter`.\n\n| file | bytes | why it is here |\n|---|---|---|\n");
    }

    private static void line(StringBuilder readme, Golden golden) {
        readme.append("| `").append(golden.name()).append(".inkl` | ").append(golden.file().length).append(" | ")
                .append(golden.why()).append(" |\n");
    }
}
