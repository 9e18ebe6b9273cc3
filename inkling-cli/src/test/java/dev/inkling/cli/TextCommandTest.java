package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class TextCommandTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "A small red boat on a calm sea.\n", "two\r\nlines\n\n", "Ünïcödé 🚤 \u0001", " \n"})
    void givesBackTheSameBytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CommandRun coded = CommandRun.withInput(bytes, "text", "encode");

        assertThat(coded.exitCode()).isZero();
        assertThat(CommandRun.withInput(coded.outBytes(), "text", "decode").outBytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"encode", "decode"})
    void neverReplacesWhatItReads(String verb) throws IOException {
        Path file = Files.writeString(folder.resolve("words"), "a small red boat");

        CommandRun run = CommandRun.of("text", verb, file.toString(), "-o", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).endsWith("input and output are the same file; name another with -o\n");
        assertThat(file).hasContent("a small red boat");
    }

    @Test
    void linesAreMessages() throws IOException {
        String text = "A red boat.\n\nA green hill under a grey sky.\n";
        Path coded = folder.resolve("coded");

        CommandRun run = CommandRun.withInput(
                text.getBytes(StandardCharsets.UTF_8), "text", "encode", "--lines", "--json", "-o", coded.toString());
        List<JsonNode> lines = run.out().lines().map(new ObjectMapper()::readTree).toList();

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0).get("chars").asInt()).isEqualTo(11);
        assertThat(lines.get(0).get("coder").asString()).isEqualTo("caption");
        assertThat(lines.get(0).get("bitsPerChar").asDouble())
                .isEqualTo(8.0 * lines.get(0).get("bytes").asInt() / 11);
        JsonNode total = lines.get(3);
        assertThat(total.get("total").asBoolean()).isTrue();
        assertThat(total.get("chars").asInt()).isEqualTo(text.length() - 3);
        assertThat(total.get("bytes").asInt()).isEqualTo((int) Files.size(coded) - 3);
        assertThat(CommandRun.of("text", "decode", "--lines", coded.toString()).out()).isEqualTo(text);
    }

    @Test
    void keywordsAreWordsBetweenWhiteSpace() throws IOException {
        Path words = Files.writeString(folder.resolve("words"), "  boat\tsea \u2003sky\n");

        CommandRun coded = CommandRun.of("text", "encode", "--keywords", words.toString());

        assertThat(CommandRun.withInput(coded.outBytes(), "text", "decode").out()).isEqualTo("boat sea sky");
        assertThat(CommandRun.withInput(coded.outBytes(), "text", "decode", "--json").json().get("kind").asString())
                .isEqualTo("keywords");
        CommandRun none = CommandRun.withInput("a\n\nb\n".getBytes(StandardCharsets.UTF_8), "text", "encode",
                "--keywords", "--lines");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("line 2");
    }

    @Test
    void setsComeBackSorted() {
        byte[] words = "sky boat Sea\nred barn\n".getBytes(StandardCharsets.UTF_8);

        CommandRun coded = CommandRun.withInput(words, "text", "encode", "--keywords", "--set", "--lines");

        assertThat(CommandRun.withInput(coded.outBytes(), "text", "decode", "--lines").out())
                .isEqualTo("Sea boat sky\nbarn red\n");
        CommandRun stats = CommandRun.withInput(words, "text", "encode", "--keywords", "--set", "--stats", "--lines");
        assertThat(stats.out()).contains("keyword-set", "2 messages");
        CommandRun one = CommandRun.withInput("a b".getBytes(StandardCharsets.UTF_8), "text", "encode", "--keywords", "--set");
        assertThat(CommandRun.withInput(one.outBytes(), "text", "decode", "--json").json().get("kind").asString())
                .isEqualTo("keyword-set");
    }

    @Test
    void setsNeedDistinctKeywords() {
        CommandRun twice = CommandRun.withInput("a b a".getBytes(StandardCharsets.UTF_8), "text", "encode", "--keywords", "--set");
        assertThat(twice.exitCode()).isEqualTo(2);
        assertThat(twice.err()).contains("a word is there twice");
        assertThat(CommandRun.withInput(new byte[0], "text", "encode", "--set").exitCode()).isEqualTo(2);
    }

    @Test
    void figuresTakeStandardOutput() {
        byte[] text = "A red boat.".getBytes(StandardCharsets.UTF_8);

        CommandRun stats = CommandRun.withInput(text, "text", "encode", "--stats");

        assertThat(stats.out()).contains("11 chars", "bits/char", "1 message", "caption");
        assertThat(CommandRun.withInput(text, "text", "encode", "--stats", "-o", "-").exitCode()).isEqualTo(2);
    }

    @Test
    void refusesWhatIsNoUtf8() {
        CommandRun run = CommandRun.withInput(new byte[] {'a', (byte) 0xc3, '('}, "text", "encode");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("inkling: -: not UTF-8 text: wrong byte at 1\n");
        assertThat(CommandRun.withInput(new byte[] {'a', (byte) 0xc3}, "text", "encode").exitCode()).isEqualTo(2);
    }

    @Test
    void refusesLengthsThatRunOver() {
        assertThat(CommandRun.withInput(new byte[] {5, 1, 2}, "text", "decode", "--lines").exitCode()).isEqualTo(3);
        assertThat(CommandRun.withInput(new byte[] {-1, -1, -1, -1, 1}, "text", "decode", "--lines").exitCode())
                .isEqualTo(3);
    }
}
