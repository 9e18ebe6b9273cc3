package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decoding with a network from a file. */
class GeneratorModelTest {
    static final String MODEL =
            Path.of("src", "test", "resources", "dev", "inkling", "cli", "models", "nearest-x2.onnx").toString();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void encode() {
        file = folder.resolve("cat.inkl");
        encode("hybrid");
    }

    private void encode(String profile) {
        String photograph = CommandRun.PHOTOGRAPHS.resolve("chelsea.png").toString();
        assertThat(CommandRun.of("encode", photograph, "-o", file.toString(), "--profile", profile).exitCode())
                .isZero();
    }

    @Test
    void theNetworkMakesThePicture() throws IOException {
        Path embedded = folder.resolve("embedded.png");
        Path network = folder.resolve("network.png");

        assertThat(decode("-o", embedded.toString()).exitCode()).isZero();
        CommandRun run = decode("-o", network.toString(), "--generator-model", MODEL);

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("notes").isEmpty()).isTrue();
        BufferedImage picture = ImageIO.read(network.toFile());
        assertThat(picture.getWidth()).isEqualTo(451);
        assertThat(picture.getHeight()).isEqualTo(300);
        assertThat(Files.mismatch(embedded, network)).isNotEqualTo(-1);
    }

    @Test
    void filesOfWordsSayThatTheNetworkWasNotUsed() {
        encode("text");

        CommandRun run = decode("--generator-model", MODEL);

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("notes").toString()).contains("nearest-x2.onnx needs a picture layer");
    }

    @Test
    void missingFilesAreWrongCalls() {
        CommandRun run = decode("--generator-model", "nowhere.onnx");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("inkling: nowhere.onnx: no such file or folder, and no model of that name; inkling models list ");
    }

    @Test
    void networksHaveNames() throws IOException {
        Map<String, String> environment = Map.of("INKLING_MODELS", folder.resolve("models").toString());
        Path byName = folder.resolve("name.png");
        Path byPath = folder.resolve("path.png");
        CommandRun.withServices(environment, "models", "import", MODEL, "--name", "nearest");

        CommandRun run = CommandRun.withServices(
                environment, "decode", file.toString(), "-o", byName.toString(), "--generator-model", "nearest");

        assertThat(run.err()).isEmpty();
        assertThat(decode("-o", byPath.toString(), "--generator-model", MODEL).exitCode()).isZero();
        assertThat(byName).hasSameBinaryContentAs(byPath);
    }

    @Test
    void filesThatAreNoNetworkExitWith5() {
        CommandRun run = decode("--generator-model", "pom.xml");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err())
                .startsWith("inkling: " + file + ": pom.xml: not an ONNX model that can be used: ")
                .matches("[^\n]+\n");
        assertThat(folder.resolve("cat.inkl.png")).doesNotExist();
    }

    @Test
    void batchesRememberTheNetwork() {
        assertMade(1);
        assertMade(1, "--generator-model", MODEL);
        assertMade(0, "--generator-model", MODEL);
        assertMade(1);
    }

    private void assertMade(int made, String... more) {
        String[] command = {"batch", folder.toString(), folder.resolve("out").toString(), "--decode"};
        CommandRun run = run(command, more);
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("made").asInt()).isEqualTo(made);
    }

    @Test
    void batchesThatEncodeTakeNone() {
        CommandRun run = CommandRun.of(
                "batch", folder.toString(), folder.resolve("out").toString(), "--generator-model", MODEL);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("inkling: " + folder + ": --generator-model needs --decode\n");
    }

    private CommandRun decode(String... more) {
        return run(new String[] {"decode", file.toString()}, more);
    }

    private static CommandRun run(String[] command, String... more) {
        return CommandRun.of(Stream.of(command, more, new String[] {"--json"})
                .flatMap(Stream::of)
                .toArray(String[]::new));
    }
}
