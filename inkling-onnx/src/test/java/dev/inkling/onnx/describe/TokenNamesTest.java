package dev.inkling.onnx.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inkling.ProviderException;
import dev.inkling.onnx.models.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenNamesTest {
    @TempDir
    private Path folder;

    /** U+0120 stands for a space; U+00C3 and U+00A9 for the two bytes of an e with an acute accent. */
    @Test
    void bytePairsAreBytes() throws IOException {
        write("vocab.json", "{\"\u0120caf\": 7, \"\u00c3\": 8, \"\u00a9\": 9, \"\u010a\": 10, \"a\": 11}");

        assertThat(text(11, 7, 8, 9, 10, 11, 99)).isEqualTo("a caf\u00e9\na");
        assertThat(text(8, 11)).isEqualTo("\ufffda");
    }

    @Test
    void marksAreNoText() throws IOException {
        write("tokenizer.json", "{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0, \"<|endoftext|>\": 1}},"
                + " \"added_tokens\": [{\"id\": 1, \"content\": \"<|endoftext|>\", \"special\": true},"
                + " {\"id\": 2, \"content\": \"b\", \"special\": false}]}");

        assertThat(text(1, 0, 2, 1)).isEqualTo("ab");
    }

    @Test
    void wordPiecesAreJoined() throws IOException {
        write("vocab.txt", "[PAD]\n[DEC]\na\nsurf\n##board\n,\n##er\n.\n");

        assertThat(text(1, 2, 3, 4, 5, 2, 3, 6, 7, 0)).isEqualTo("a surfboard, a surfer.");
    }

    @Test
    void wordPiecesMayBeInJson() throws IOException {
        write("tokenizer.json", "{\"model\": {\"type\": \"WordPiece\", \"vocab\": {\"[CLS]\": 0, \"a\": 1, \"##t\": 2}},"
                + " \"added_tokens\": [{\"id\": 0, \"content\": \"[CLS]\", \"special\": true}]}");

        assertThat(text(0, 1, 2, 1)).isEqualTo("at a");
    }

    @Test
    void otherKindsAreRefused() throws IOException {
        write("tokenizer.json", "{\"model\": {\"type\": \"Unigram\", \"vocab\": []}}");

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> text(0))
                .withMessageContaining("its tokenizer is a Unigram, known are BPE and WordPiece");
    }

    @Test
    void whatIsSaidIsData() throws IOException {
        ModelFolder model = new ModelFolder(folder);

        assertThat(CaptionText.cleaned(" a\u0007cat\u200b \u202eon\n\nit\ufffd ", model)).isEqualTo("a cat on it");
        assertThat(CaptionText.cleaned("x".repeat(5000), model)).hasSize(1200);
        assertThat(CaptionText.atMost(3, "a cat, a dog, a bird")).isEqualTo("a cat, a");
        assertThat(CaptionText.atMost(2, "a cat, a dog")).isEqualTo("a cat");
        assertThatExceptionOfType(ProviderException.class).isThrownBy(() -> CaptionText.cleaned(" \n", model));
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }

    private String text(long... tokens) throws IOException {
        return new TokenNames(new ModelFolder(folder))
                .text(Arrays.stream(tokens).boxed().toList());
    }
}
