package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Describing with a captioner: {@code CaptionFixture} of inkling-onnx wrote one that says "a cat". */
class CaptionTest {
    private static final String MODEL = Path.of("src", "test", "resources", "dev", "inkling", "cli", "models", "caption")
            .toString();

    @TempDir
    private Path folder;

    @Test
    void theCaptionIsInTheFile() {
        CommandRun run = encode("--describer", "caption:" + MODEL, "--beams", "3");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("\"a cat\"");
        assertThat(CommandRun.of("info", folder.resolve("p.inkl").toString()).out()).contains("a cat");
    }

    @Test
    void captionsAreAsShortAsAsked() {
        assertThat(encode("--describer", "caption:" + MODEL, "--words", "1").out()).contains("\"a\"");
    }

    @Test
    void beamsAreForCaptions() {
        assertThat(encode("--beams", "3").err()).contains("--beams needs --describer caption:MODEL");
        assertThat(encode("--beams", "17", "--describer", "caption:" + MODEL).err())
                .contains("--beams must be 1 to 16, found 17");
        assertThat(encode("--describer", "caption").exitCode()).isEqualTo(2);
        assertThat(encode("--describer", "caption:nowhere").exitCode()).isEqualTo(2);
    }

    @Test
    void foldersWithoutAModelAreRefused() {
        CommandRun run = encode("--describer", "caption:" + folder);

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains("expected preprocessor_config.json in it");
    }

    private CommandRun encode(String... more) {
        String[] command = {
            "encode", CommandRun.PHOTOGRAPHS.resolve("coffee.png").toString(), "-o", folder.resolve("p.inkl").toString(),
            "--profile", "text"
        };
        return CommandRun.of(Stream.of(command, more).flatMap(Stream::of).toArray(String[]::new));
    }
}
