package dev.inkling.bitstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.Calibration;
import dev.inkling.classical.ClassicalGenerator;
import dev.inkling.codec.Decoder;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that were written once say today what they said then, and bad ones are refused in the same words. */
class GoldenTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final long MAX_PIXELS = 1 << 16;

    static Stream<String> valid() throws IOException {
        return names("golden");
    }

    static Stream<String> refused() throws IOException {
        return names("golden-errors");
    }

    private static Stream<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".inkl"))
                    .sorted()
                    .toList();
            return names.stream();
        }
    }

    private static byte[] bytes(String folder, String name) throws IOException {
        return Files.readAllBytes(RESOURCES.resolve(folder).resolve(name));
    }

    /** Reads a file with the calibration that lies beside it. */
    private static BitstreamReader.Read read(byte[] file) throws IOException {
        return BitstreamReader.read(file, List.of(Calibration.read(bytes("golden", "calibration.inkc"))));
    }

    private static List<String> expected(String folder, String name) throws IOException {
        return Files.readAllLines(RESOURCES.resolve(folder).resolve(name.replace(".inkl", ".txt")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("valid")
    void validFileSaysWhatItAlwaysSaid(String name) throws IOException {
        byte[] file = bytes("golden", name);
        BitstreamReader.Read read = read(file);
        assertThat(Facts.of(file, read)).isEqualTo(expected("golden", name));
        assertThat(read.budget().bits()).isEqualTo(8L * file.length);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("valid")
    void validFileOfModestSizeBecomesAPicture(String name) throws IOException {
        byte[] file = bytes("golden", name);
        ImageSize size = read(file).contents().size();
        if (size != null && size.pixels() <= MAX_PIXELS) {
            Raster picture = new Decoder(new ClassicalGenerator(), MAX_PIXELS).decode(file).picture();
            assertThat(picture.size()).isEqualTo(size);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void badFileIsRefusedInTheSameWords(String name) throws IOException {
        assertThat(Goldens.refusal(bytes("golden-errors", name)))
                .isEqualTo(String.join("\n", expected("golden-errors", name)));
    }

    @Test
    void everyFileIsInTheReadme() throws IOException {
        for (String folder : List.of("golden", "golden-errors")) {
            String readme = Files.readString(RESOURCES.resolve(folder).resolve("README.md"));
            assertThat(names(folder)).isNotEmpty().allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
        }
    }
}
