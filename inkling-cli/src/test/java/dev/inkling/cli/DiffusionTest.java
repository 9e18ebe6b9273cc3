package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.Embedding;
import dev.inkling.bitstream.BitstreamWriter;
import dev.inkling.image.ImageSize;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Decoding by latent diffusion, with networks that are tiny but have the true signatures. */
class DiffusionTest {
    private static final Path TESTDATA = CommandRun.HOME.resolve("testdata");
    private static final String MODEL = "diffusion:" + TESTDATA.resolve("diffusion");

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
    void theModelMakesThePictureAndSettingsCount() throws IOException {
        byte[] usual = picture("--steps", "3");

        assertThat(picture("--steps", "3")).isEqualTo(usual);
        assertThat(picture("--steps", "3", "--seed", "-1")).isNotEqualTo(usual);
        assertThat(picture("--steps", "3", "--negative", "fog")).isNotEqualTo(usual);
        assertThat(picture("--steps", "3", "--guidance", "2")).isNotEqualTo(usual);
        assertThat(picture("--steps", "3", "--strength", "1")).isNotEqualTo(usual);
        assertThat(picture("--steps", "3", "--colors", "1")).isNotEqualTo(usual);
        encode("text");
        assertThat(picture("--steps", "3")).isNotEqualTo(usual);
    }

    private byte[] picture(String... more) throws IOException {
        Path target = folder.resolve("made.png");
        CommandRun run = decode(Stream.concat(Stream.of("-o", target.toString()), Stream.of(more)).toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("notes").isEmpty()).isTrue();
        BufferedImage picture = ImageIO.read(target.toFile());
        assertThat(picture.getWidth()).isEqualTo(451);
        assertThat(picture.getHeight()).isEqualTo(300);
        return Files.readAllBytes(target);
    }

    @Test
    void timeAndMemoryOfEachNetworkAreTold() {
        JsonNode json = decode("--steps", "2", "--profile-time").json();

        assertThat(json.get("milliseconds").propertyNames()).containsSubsequence(
                "loading text_encoder", "text_encoder", "loading vae_encoder", "vae_encoder", "loading unet", "unet",
                "loading vae_decoder", "vae_decoder", "writing");
        if (Files.isReadable(Path.of("/proc/self/status"))) {
            assertThat(json.get("peakBytes").get("unet").asLong()).isGreaterThan(1 << 20);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            --steps 0; --steps must be 1 to 200, found 0
            --steps 201; --steps must be 1 to 200, found 201
            --guidance -1; --guidance must be 0 to 50, found -1.0
            --strength 0; --strength must be above 0 and at most 1, found 0.0
            --strength NaN; --strength must be above 0 and at most 1, found NaN
            --colors 2; --colors must be 0 to 1, found 2.0
            --reflect 2; --reflect needs --generator openai or --generator a1111
            --generator-model pom.xml; --generator-model needs --generator embedded
            """)
    void wrongCallsExitWith2(String options, String message) {
        CommandRun run = decode(options.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("inkling: " + file + ": " + message + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            --seed 3; --seed needs --generator diffusion:MODEL or unclip:MODEL
            --generator a1111 --steps 3; --steps needs --generator diffusion:MODEL or unclip:MODEL
            --generator diffusion; --generator: 'diffusion' needs a model: diffusion:MODEL
            """)
    void settingsNeedAModel(String options, String message) {
        CommandRun run = CommandRun.of(
                Stream.concat(Stream.of("decode", file.toString()), Stream.of(options.split(" "))).toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("inkling: " + file + ": " + message + "\n");
    }

    @Test
    void foldersThatAreNoModelExitWith5() {
        CommandRun run = CommandRun.of("decode", file.toString(), "--generator", "diffusion:" + folder);

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains("expected scheduler/scheduler_config.json in it");
        assertThat(folder.resolve("cat.inkl.png")).doesNotExist();
    }

    @Test
    void vectorsBecomePictures() throws IOException {
        double[] values = new double[64];
        Arrays.setAll(values, i -> Math.sin(i * i));
        BitstreamWriter writer = new BitstreamWriter(new ImageSize(90, 70), false);
        writer.vector(Embedding.of(values), null, 40);
        ByteBuffer bytes = writer.finish().bytes();
        byte[] content = new byte[bytes.remaining()];
        bytes.get(content);
        Files.write(file, content);
        Path target = folder.resolve("made.png");

        CommandRun run = CommandRun.of("decode", file.toString(), "-o", target.toString(), "--steps", "2",
                "--generator", "unclip:" + TESTDATA.resolve("unclip"));

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(ImageIO.read(target.toFile()).getWidth()).isEqualTo(90);
        assertThat(decode().err()).contains("or a generator for vectors (--generator)");
    }

    @Test
    void missingModelsExitWith2() {
        CommandRun run = CommandRun.of("decode", file.toString(), "--generator", "diffusion:nowhere");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("inkling: nowhere: no such file or folder, and no model of that name");
    }

    @Test
    void batchesRememberModelAndSettings() {
        assertMade(1, "--steps", "2");
        assertMade(0, "--steps", "2");
        assertMade(1, "--steps", "3");
    }

    @Test
    void evaluationsMeasureIt() throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        Files.copy(CommandRun.PHOTOGRAPHS.resolve("chelsea.png"), pictures.resolve("cat.png"));
        Path out = folder.resolve("report");

        CommandRun run = CommandRun.of(
                "eval", pictures.toString(), "--out", out.toString(), "--max-bytes", "200", "--metrics", "psnr",
                "--generator", MODEL, "--steps", "2");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(out.resolve("results.json"))).contains("diffusion sha256:", "steps=2");
        CommandRun unused = CommandRun.of("eval", pictures.toString(), "--out", out.toString(), "--steps", "2");
        assertThat(unused.exitCode()).isEqualTo(2);
        assertThat(unused.err()).contains("--steps needs --generator diffusion:MODEL");
    }

    private void assertMade(int made, String... more) {
        Stream<String> command = Stream.of(
                "batch", folder.toString(), folder.resolve("out").toString(), "--decode", "--json", "--generator", MODEL);
        CommandRun run = CommandRun.of(Stream.concat(command, Stream.of(more)).toArray(String[]::new));
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("made").asInt()).isEqualTo(made);
    }

    private CommandRun decode(String... more) {
        return CommandRun.of(Stream.concat(
                        Stream.of("decode", file.toString(), "--json", "--generator", MODEL), Stream.of(more))
                .toArray(String[]::new));
    }
}
