package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Describing with networks from files. */
class VisionTest {
    private static final String PHOTOGRAPH = CommandRun.PHOTOGRAPHS.resolve("coffee.png").toString();

    @TempDir
    private Path folder;

    @Test
    @EnabledIfEnvironmentVariable(
            named = "INKLING_SHARED",
            matches = ".+",
            disabledReason = "INKLING_SHARED must name a folder that has models/yolox_nano.onnx")
    void aDetectorNamesWhatItSees() {
        String model = Path.of(System.getenv("INKLING_SHARED"), "models", "yolox_nano.onnx").toString();

        CommandRun text = encode("--describer", "vision:" + model, "--profile", "text", "--profile-time");

        assertThat(text.exitCode()).isZero();
        assertThat(text.out()).contains(" cup ");
        assertThat(text.err()).matches("reading [0-9.]+ \\+ describing [0-9.]+ .*\n");
        assertBatch(1, "--describer", "vision:" + model);
        assertBatch(0, "--describer", "vision:" + model);
        assertBatch(1, "--describer", "vision:" + model, "--words", "9");
        assertBatch(1);
    }

    private void assertBatch(int made, String... more) {
        String[] command = {
            "batch", CommandRun.PHOTOGRAPHS.toString(), folder.resolve("out").toString(), "--effort", "1", "--json"
        };
        CommandRun run = CommandRun.of(Stream.of(command, more).flatMap(Stream::of).toArray(String[]::new));
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("made").asInt()).isEqualTo(4 * made);
    }

    @Test
    void networksOfAnotherKindAreRefused() {
        CommandRun run = encode("--describer", "vision:" + GeneratorModelTest.MODEL);

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains("nearest-x2.onnx: expected ").matches("[^\n]+\n");
        assertThat(folder.resolve("p.inkl")).doesNotExist();
    }

    @Test
    void missingFilesAreWrongCalls() {
        CommandRun run = encode("--describer", "vision:nowhere.onnx");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("inkling: nowhere.onnx: no such file or folder, ");
    }

    @Test
    void aModelIsNeeded() {
        CommandRun run = encode("--describer", "vision");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--describer: 'vision' needs a model: vision:MODEL");
    }

    private CommandRun encode(String... more) {
        String[] command = {"encode", PHOTOGRAPH, "-o", folder.resolve("p.inkl").toString()};
        return CommandRun.of(Stream.of(command, more).flatMap(Stream::of).toArray(String[]::new));
    }
}
