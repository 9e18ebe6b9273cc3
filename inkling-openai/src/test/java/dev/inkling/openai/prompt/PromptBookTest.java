package dev.inkling.openai.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptBookTest {
    private static final PromptBook SHIPPED = PromptBook.shipped();

    @TempDir
    private Path folder;

    private PromptBook replaced(String book) throws IOException {
        return SHIPPED.replacedBy(Files.writeString(folder.resolve("mine.txt"), book));
    }

    @Test
    void theBookReadsItself() throws IOException {
        assertThat(replaced(SHIPPED.text()).text()).isEqualTo(SHIPPED.text());
        assertThat(SHIPPED.all()).extracting(Prompt::name).contains(
                "describe-structural", "describe-plain", "condense", "generate", "restore", "compare", "edit", "judge");
    }

    @Test
    void aFileReplacesWhatItNames() throws IOException {
        PromptBook book = replaced("== judge mine-1\nWhich is better?\n");

        assertThat(book.named("judge").id()).isEqualTo("judge/mine-1");
        assertThat(book.named("judge").text()).isEqualTo("Which is better?");
        assertThat(book.named("edit")).isEqualTo(SHIPPED.named("edit"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', no prompt in it", "'just text', no prompt in it", "'== judge', does not begin a prompt",
        "'== judge 2', does not begin a prompt", "'== jugde 2\nx', there is no prompt jugde",
        "'== generate 2\npaint', lacks its place {description}"
    })
    void mistakesAreNamed(String book, String message) {
        assertThatThrownBy(() -> replaced(book)).isInstanceOf(FileSystemException.class).hasMessageContaining(message);
    }

    @Test
    void whatIsFilledInIsNotSearchedForPlaces() {
        Prompt prompt = new Prompt("x", "1", "Say {words}: {description}");

        assertThat(prompt.with(Map.of("words", "{description}", "description", "$1 \\ {words}")))
                .isEqualTo("Say {description}: $1 \\ {words}");
        assertThatThrownBy(() -> prompt.with(Map.of())).hasMessageContaining("unknown place {words}");
    }

    /** All six consistencies, the order of looking, and the kinds of picture that the published prompt adapts to. */
    @Test
    void theStructuralPromptHasWhatItIsFor() {
        assertThat(SHIPPED.named("describe-structural").text())
                .contains("top to bottom", "left to right", "textures and edges", "layout, proportions", "light, shadow",
                        "photograph, painting, animation", "complete and plausible", "one composition", "{lengths}")
                .contains("person", "indoor", "landscape", "art", "drawing", "document", "diagram", "map");
    }
}
