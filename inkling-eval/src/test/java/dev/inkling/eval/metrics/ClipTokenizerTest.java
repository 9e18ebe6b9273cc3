package dev.inkling.eval.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.onnx.ModelFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipTokenizerTest {
    @TempDir
    private Path folder;

    private ClipTokenizer tokenizer;

    @BeforeEach
    void read() throws IOException {
        Path file = folder.resolve("vocabulary.txt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(RandomModels.MERGES.getBytes(StandardCharsets.UTF_8));
        }
        tokenizer = ClipTokenizer.read(ModelFile.of(file));
    }

    /** Reference values: an independent tokenizer in Python; check-metrics.py. */
    @Test
    void agreesWithAnIndependentTokenizer() {
        assertThat(tokenizer.encode("A cat, the photo's cat & 2 cats – naïve", 32)).containsExactly(
                517, 320, 512, 339, 267, 83, 71, 324, 516, 83, 334, 6, 338, 512, 339, 261, 273, 512, 83, 338, 158, 222,
                497, 77, 64, 127, 107, 85, 324, 518, 0, 0);
    }

    /** Published for CLIP: "a" at the end of a word is token 320, the "!" of the padding 0. */
    @Test
    void bytesHaveThePublishedNumbers() {
        assertThat(tokenizer.encode("a", 4)).containsExactly(517, 320, 518, 0);
        assertThat(tokenizer.encode("!a", 5)).containsExactly(517, 256, 320, 518, 0);
    }

    /** The published file has 262,145 lines; the tokens of start and end are 49406 and 49407. */
    @Test
    void onlyThePublishedMergesAreTaken() throws IOException {
        StringBuilder lines = new StringBuilder("heading\n");
        for (int i = 0; i < 60_000; i++) {
            lines.append("a").append(i).append(" b\n");
        }
        Path file = Files.writeString(folder.resolve("long.txt"), lines);

        assertThat(ClipTokenizer.read(ModelFile.of(file)).encode("a", 3)).containsExactly(49406, 320, 49407);
    }

    @Test
    void curlyQuotesAreStraightened() {
        assertThat(tokenizer.encode("\u2018a\u2019s \u201ca\u201d", 32)).isEqualTo(tokenizer.encode("'a's \"a\"", 32));
    }

    @Test
    void longTextsAreCutBeforeTheEnd() {
        assertThat(tokenizer.encode("a a a a", 4)).containsExactly(517, 320, 320, 518);
        assertThat(tokenizer.encode("", 2)).containsExactly(517, 518);
    }
}
