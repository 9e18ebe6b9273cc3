package dev.inkling.bitstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.Layer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Executes the format document: what it shows is decoded, and what it lists is compared with the code. */
class FormatDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "format.md");

    static Stream<String> examples() throws IOException {
        return FormatDocument.read(DOCUMENT).sections().keySet().stream().filter(name -> name.startsWith("example-"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void exampleContainsWhatTheDocumentSays(String name) throws IOException {
        FormatDocument document = FormatDocument.read(DOCUMENT);
        byte[] file = document.example(name);
        assertThat(Facts.of(file, BitstreamReader.read(file))).isEqualTo(document.exampleFacts(name));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void exampleCanBeTakenApartWithTheDocumentAlone(String name) throws IOException {
        FormatDocument document = FormatDocument.read(DOCUMENT);
        byte[] file = document.example(name);
        DocumentedFile parts = new DocumentedFile(file, document.firstSizes(), document.tableSizes());
        int end = 0;
        for (DocumentedFile.Segment segment : parts.segments()) {
            assertThat(segment.from()).isEqualTo(end);
            assertThat(document.sections().get(name)).contains("  " + segment.meaning() + "\n");
            assertThat(segment.meaning()).doesNotContain("wrong");
            end = segment.to();
        }
        assertThat(end).isEqualTo(file.length);
    }

    @Test
    void generatedPartsAreThoseOfThisCode() throws IOException {
        String regenerated = FormatDocument.read(DOCUMENT).regenerated();
        assertThat(Files.readString(DOCUMENT))
                .as("docs/format.md differs from the code; GoldenWriter makes its generated parts again")
                .isEqualTo(regenerated);
    }

    @Test
    void sizesOfTheDocumentAreThoseOfTheCode() throws IOException {
        FormatDocument document = FormatDocument.read(DOCUMENT);
        assertThat(document.firstSizes()).isEqualTo(FormatDocument.strings(CommonSizes.FIRST));
        assertThat(document.tableSizes()).isEqualTo(FormatDocument.strings(CommonSizes.TABLE));
        assertThat(document.tableSizes()).hasSizeLessThanOrEqualTo(256).doesNotHaveDuplicates();
    }

    @Test
    void rangeCoderOfTheDocumentReadsOurText() throws IOException {
        FormatDocument document = FormatDocument.read(DOCUMENT);
        for (String text : List.of("日本語", "Жизнь", "שלום")) {
            BitstreamWriter writer = new BitstreamWriter(CommonSizes.FIRST.get(0), false);
            writer.text(new Layer.Prose(text));
            DocumentedFile parts = new DocumentedFile(Goldens.bytes(writer), document.firstSizes(), document.tableSizes());
            assertThat(new DocumentedRawText(parts.payload(), document.kindFrequencies()).text()).isEqualTo(text);
        }
    }

    @Test
    void documentHasNoNameOfAFileThatIsNotThere() throws IOException {
        for (String name : List.of("golden", "golden-errors", "fuzz")) {
            assertThat(Files.readString(DOCUMENT)).contains("src/test/resources/" + name);
            assertThat(Path.of("src", "test", "resources", name)).isDirectory();
        }
    }
}
