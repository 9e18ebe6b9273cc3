package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Files with vectors, from a network with random weights. */
class ClipTest {
    private static final String MODEL =
            Path.of("src", "test", "resources", "dev", "inkling", "cli", "models", "clip").toString();
    private static final String PHOTOGRAPH = CommandRun.PHOTOGRAPHS.resolve("chelsea.png").toString();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("cat.inkl");
    }

    /** Whatever is kept goes below the folder. */
    private CommandRun run(String... args) {
        return CommandRun.withServices(Map.of("XDG_CACHE_HOME", folder.resolve("caches").toString()), args);
    }

    private CommandRun encode(String... more) {
        return run(joined(more, "encode", PHOTOGRAPH, "-o", file.toString(), "--embedder", MODEL, "--json"));
    }

    private CommandRun decode(String... more) {
        return run(joined(more, "decode", file.toString(), "-o", folder.resolve("cat.png").toString(), "--json"));
    }

    private static String[] joined(String[] more, String... first) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(more)).toArray(String[]::new);
    }

    @Test
    void clipFilesHaveOneBitForEachDimension() throws IOException {
        CommandRun run = encode("--profile", "clip", "--profile-time");

        assertThat(run.exitCode()).isZero();
        assertThat(Files.size(file)).isLessThanOrEqualTo(64 / 8);
        assertThat(run.json().get("profile").asString()).isEqualTo("clip");
        assertThat(run.json().get("milliseconds").get("embedding").asDouble()).isPositive();
        JsonNode info = run("info", file.toString(), "--json").json();
        assertThat(info.get("vector").get("dimension").asInt()).isEqualTo(64);
        assertThat(info.get("profile").asString()).isEqualTo("clip");
    }

    @Test
    void clipColorFilesHaveColoursFirst() throws IOException {
        CommandRun run = encode("--profile", "clip-color", "--max-bytes", "80");

        assertThat(run.exitCode()).isZero();
        assertThat(Files.size(file)).isBetween(70L, 80L);
        assertThat(run("info", file.toString()).out()).contains("clip-color 451x300", "tiny picture: ", "vector: 64");
        CommandRun alone = decode();
        assertThat(alone.exitCode()).isZero();
        assertThat(alone.json().get("notes").toString()).contains("the vector was not used; name the CLIP");
    }

    @Test
    void wordsAreFoundForVectors() throws IOException {
        encode("--profile", "clip", "--max-bytes", "40");

        CommandRun timed = decode("--embedder", MODEL, "--profile-time");
        assertThat(timed.json().get("milliseconds").get("describing").asDouble()).isPositive();

        CommandRun run = decode("--embedder", MODEL);
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("notes").toString()).contains("words for the vector: \\\"a photo of ", "cosine 0.");
        assertThat(folder.resolve("cat.png")).isNotEmptyFile();
        try (Stream<Path> kept = Files.list(folder.resolve("caches/inkling/phrases"))) {
            assertThat(kept).hasSize(1);
        }
        assertThat(decode("--embedder", MODEL).json()).isEqualTo(run.json());
    }

    @Test
    void vectorsAloneSayWhatTheyNeed() {
        encode("--profile", "clip");

        CommandRun run = decode();

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("layer: found a vector alone", "--embedder", "--generator");
    }

    @Test
    void profilesSayWhatTheyNeed() {
        assertRefused("--profile clip needs --embedder MODEL", "encode", PHOTOGRAPH, "--profile", "clip");
        assertRefused("--embedder needs --profile clip", "encode", PHOTOGRAPH, "--embedder", MODEL);
        assertRefused("--calibration needs --profile clip", "encode", PHOTOGRAPH, "--calibration", "x.inkc");
        assertRefused("--profile clip-color needs --embedder MODEL", "batch", folder.toString(), folder.toString(),
                "--profile", "clip-color");
        assertRefused("not clip", "eval", PHOTOGRAPH, "--out", folder.toString(), "--profile", "clip");
        assertRefused("no such file or folder", "encode", PHOTOGRAPH, "--profile", "clip", "--embedder", "nobody/knows");
        assertRefused("calibrate needs --embedder MODEL", "calibrate", folder.toString());
    }

    private void assertRefused(String message, String... args) {
        CommandRun run = run(args);
        assertThat(run.err()).contains(message);
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void foldersAreStoredAndMadeAgain() throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        Files.copy(Path.of(PHOTOGRAPH), pictures.resolve("chelsea.png"));
        Path stored = folder.resolve("stored");

        CommandRun run = run("batch", pictures.toString(), stored.toString(), "--profile", "clip-color", "--embedder", MODEL,
                "--max-bytes", "60");
        assertThat(run.exitCode()).isZero();
        assertThat(Files.size(stored.resolve("chelsea.inkl"))).isBetween(50L, 60L);

        Path made = folder.resolve("made");
        assertThat(run("batch", "--decode", stored.toString(), made.toString(), "--embedder", MODEL).exitCode()).isZero();
        assertThat(made.resolve("chelsea.png")).isNotEmptyFile();
    }

    @Test
    void calibrationsAreLearntFromPictures() throws IOException {
        Path pictures = cutOuts(folder.resolve("pictures"));
        Path calibration = folder.resolve("pictures.inkc");

        CommandRun run = run("calibrate", pictures.toString(), "--embedder", MODEL, "--axes", "4", "--json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("dimension").asInt()).isEqualTo(64);
        String id = run.json().get("calibration").asString();

        CommandRun encoded = encode("--profile", "clip", "--max-bytes", "14", "--calibration", calibration.toString());
        assertThat(encoded.json().get("vector").get("calibration").asString()).isEqualTo(id);
        assertThat(decode("--embedder", MODEL).err()).contains("calibration", id);
        assertThat(decode("--embedder", MODEL, "--calibration", calibration.toString()).exitCode()).isZero();
    }

    /** Forty pieces of a photograph. */
    private static Path cutOuts(Path folder) throws IOException {
        Files.createDirectories(folder);
        BufferedImage photograph = ImageIO.read(Path.of(PHOTOGRAPH).toFile());
        for (int i = 0; i < 40; i++) {
            BufferedImage piece = photograph.getSubimage(i * 8, i * 5, 80, 60);
            ImageIO.write(piece, "png", folder.resolve(i + ".png").toFile());
        }
        return folder;
    }

    @Test
    void fewPicturesAreNotEnough() throws IOException {
        List<String> args = new ArrayList<>(List.of("calibrate", folder.toString(), "--embedder", MODEL));
        assertRefused("0 pictures in " + folder + "; a calibration takes at least", args.toArray(String[]::new));
        assertRefused("--axes must be 0 to 512", "calibrate", folder.toString(), "--embedder", MODEL, "--axes", "513");
    }
}
