package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.MalformedBitstreamException;
import dev.inkling.ProviderException;
import dev.inkling.UnsupportedBitstreamException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each failure has its exit code and one line on standard error. */
class ExitCodeTest {
    private static final String PHOTOGRAPH = CommandRun.PHOTOGRAPHS.resolve("rocket.jpg").toString();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "paint",
                "encode",
                "encode a b",
                "encode a --colour",
                "encode a --max-bytes 0",
                "encode a --max-bytes 1048577",
                "encode a --max-bytes many",
                "encode a --effort 0",
                "encode a --effort 10",
                "encode a --effort 2.5",
                "encode a -q -0.1",
                "encode a -q 10.1",
                "encode a -q NaN",
                "encode a -q 5f",
                "encode a --rate 0.05fbpp",
                "decode a --max-pixels 715827880",
                "demo -o no-such-folder/demo.html",
                "demo -o -",
                "encode a --rate 0bpp",
                "encode a --rate 9bpp",
                "encode a --rate 300",
                "encode a --rate 9000001ubpp",
                "encode a --profile oil",
                "encode a --max-bytes 100 -q 5",
                "encode a --rate 300ubpp -q 5",
                "encode pom.xml --max-pixels 0",
                "encode no-such-picture.png",
                "encode src",
                "decode no-such-file.inkl",
                "decode a -o a.xyz",
                "info no-such-file.inkl",
                "batch no-such-folder out",
                "batch pom.xml out",
                "batch src out --threads 0",
                "text",
                "text encode --coder rot13",
                "text encode --prior slow",
                "text encode --keywords --coder zlib",
                "encode pom.xml --coder rot13",
                "text encode no-such-text"
            })
    void wrongCallsExitWith2(String command) {
        CommandRun run = CommandRun.of(command.isEmpty() ? new String[0] : command.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).matches("inkling: [^\n]+\n");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void messagesNameTheFile() {
        assertThat(CommandRun.of("info", "no-such-file.inkl").err())
                .isEqualTo("inkling: no-such-file.inkl: no such file or folder\n");
        assertThat(CommandRun.of("encode", "pom.xml").err())
                .isEqualTo("inkling: pom.xml: not a picture (PNG, JPEG, GIF, BMP, TIFF and WebP are read)\n");
        assertThat(CommandRun.of("decode", "a.inkl", "-o", "a.xyz").err())
                .isEqualTo("inkling: a.inkl: cannot write a.xyz: its extension must be one of .png, .jpg, .jpeg\n");
    }

    @Test
    void messagesSayWhatIsWrongWithAName() {
        assertThat(CommandRun.of("encode", "").err()).isEqualTo("inkling: a file name is empty\n");
        assertThat(CommandRun.of("encode", PHOTOGRAPH, "-o", "").err()).endsWith(": a file name is empty\n");
        assertThat(CommandRun.of("batch", "", "out").err()).isEqualTo("inkling: a file name is empty\n");
        assertThat(CommandRun.of("batch", "pom.xml", "out").err()).isEqualTo("inkling: pom.xml: is not a folder\n");
        assertThat(CommandRun.of("batch", "src", "pom.xml").err())
                .isEqualTo("inkling: pom.xml: is there already, and not a folder\n");
    }

    @Test
    void budgetTooSmallSaysWhatTheSmallestIs(@TempDir Path folder) {
        CommandRun run = CommandRun.of(
                "encode", PHOTOGRAPH, "-o", folder.resolve("a.inkl").toString(), "--max-bytes", "1");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).containsPattern("at least \\d+ bytes");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void damagedFilesExitWith3(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.inkl");
        Files.write(file, "these bytes are no Inkling file, whatever they say".getBytes(StandardCharsets.UTF_8));

        assertThat(CommandRun.of("info", file.toString()).exitCode()).isEqualTo(3);
        CommandRun decode = CommandRun.of("decode", file.toString());
        assertThat(decode.exitCode()).isEqualTo(3);
        assertThat(decode.err()).startsWith("inkling: " + file + ": at byte ").matches("(?s)[^\n]+\n");
        assertThat(CommandRun.of("encode", file.toString(), "-o", "-").exitCode()).isEqualTo(3);
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    }

    @Test
    void picturesOverTheLimitExitWith4() {
        CommandRun run = CommandRun.of("encode", PHOTOGRAPH, "--max-pixels", "1000");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("640x427", "1000");
    }

    @Test
    void jsonHasTheFailureToo() {
        CommandRun run = CommandRun.of("info", "no-such-file.inkl", "--json");

        JsonNode error = run.json().get("error");
        assertThat(error.get("file").asString()).isEqualTo("no-such-file.inkl");
        assertThat(error.get("kind").asString()).isEqualTo("usage");
        assertThat(error.get("exitCode").asInt()).isEqualTo(2);
        assertThat(run.err()).startsWith("inkling: no-such-file.inkl: ");
        assertThat(CommandRun.of("encode", "--json").json().get("error").get("message").asString())
                .contains("IN");
    }

    @Test
    void everyKindOfFailureHasItsCode() {
        assertThat(ExitCode.of(new NoSuchFileException("a"))).isEqualTo(ExitCode.USAGE);
        assertThat(ExitCode.of(new AccessDeniedException("a"))).isEqualTo(ExitCode.USAGE);
        assertThat(ExitCode.of(new MalformedBitstreamException(3, "cut short"))).isEqualTo(ExitCode.MALFORMED);
        assertThat(ExitCode.of(new UnsupportedBitstreamException("layer", "9", "0 to 3")))
                .isEqualTo(ExitCode.UNSUPPORTED);
        assertThat(ExitCode.of(new ProviderException("describer", true, "busy"))).isEqualTo(ExitCode.PROVIDER);
        assertThat(ExitCode.of(new IOException("disk full"))).isEqualTo(ExitCode.INTERNAL);
        assertThat(ExitCode.of(new IllegalArgumentException("oops"))).isEqualTo(ExitCode.INTERNAL);
    }

    @Test
    void internalErrorsAreOneLine() {
        Failure failure = Failure.of(new IllegalStateException("two\nlines"), "a.png");

        assertThat(failure.line())
                .isEqualTo("inkling: a.png: internal error: IllegalStateException: two lines"
                        + " (INKLING_DEBUG=1 shows where)");
    }
}
