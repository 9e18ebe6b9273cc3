package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class VectorCommandTest {
    private static final int DIMENSION = 768;

    @TempDir
    private Path folder;

    private static String line(int dimension, Random random) {
        StringJoiner line = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < dimension; i++) {
            line.add(String.valueOf(random.nextGaussian()));
        }
        return line.toString();
    }

    /** Vectors near a plane, so that there is something to learn. */
    private static String planeLines(int count) {
        Random random = new Random(4);
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < count; n++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            StringJoiner line = new StringJoiner(",", "[", "]");
            for (int i = 0; i < 128; i++) {
                line.add(String.valueOf(a * Math.sin(i) + b * Math.cos(2 * i) + 0.1 * random.nextGaussian()));
            }
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static CommandRun run(String input, String... args) {
        return CommandRun.withInput(input.getBytes(StandardCharsets.UTF_8), args);
    }

    private static double cosine(JsonNode a, JsonNode b) {
        double dot = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.size(); i++) {
            dot += a.get(i).asDouble() * b.get(i).asDouble();
            squaresA += Math.pow(a.get(i).asDouble(), 2);
            squaresB += Math.pow(b.get(i).asDouble(), 2);
        }
        return dot / Math.sqrt(squaresA * squaresB);
    }

    private static JsonNode json(String text) {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void linesBecomeFilesAndLinesAgain() throws IOException {
        Random random = new Random(1);
        String first = line(DIMENSION, random);
        String second = line(DIMENSION, random);
        Path out = folder.resolve("new").resolve("files");

        CommandRun coded = run(first + "\n" + second + "\n", "vector", "encode", "--lines", "--json",
                "--bits-per-dimension", "1", "-o", out.toString());

        assertThat(coded.exitCode()).as(coded.err()).isZero();
        assertThat(coded.out().lines()).hasSize(2).allSatisfy(
                line -> assertThat(json(line).get("bytes").asInt()).isLessThanOrEqualTo(96));
        Path file = out.resolve("000002.inkl");
        assertThat(Files.size(file)).isEqualTo(json(coded.out().lines().toList().get(1)).get("bytes").asLong());
        CommandRun decoded = CommandRun.of("vector", "decode", out.resolve("000001.inkl").toString(), file.toString());
        assertThat(decoded.out().lines()).hasSize(2);
        JsonNode vector = json(decoded.out().lines().toList().get(1));
        assertThat(vector.size()).isEqualTo(DIMENSION);
        assertThat(cosine(vector, json(second))).isGreaterThan(0.838);
    }

    @Test
    void oneVectorBecomesOneFile() {
        Path file = folder.resolve("one.inkl");

        CommandRun coded = run("\n" + line(512, new Random(2)).replace(",", ",\n"), "vector", "encode",
                "--bits-per-dimension", "0.5", "-o", file.toString());

        assertThat(coded.out()).matches("(?s).*one\\.inkl: (31|32) bytes, cosine 0\\.6\\d+\n");
        assertThat(CommandRun.of("info", file.toString()).out())
                .contains("bytes, vector, short form", "\n  vector ", "vector: 512 dimensions");
        JsonNode info = CommandRun.of("info", "--json", file.toString()).json();
        assertThat(info.get("vector").get("dimension").asInt()).isEqualTo(512);
        assertThat(info.has("width")).isFalse();
    }

    @Test
    void calibrationMakesVectorsMoreExactAndIsNeededAgain() throws IOException {
        Path calibration = folder.resolve("mine.inkc");
        Path vectors = Files.writeString(folder.resolve("vectors.jsonl"), planeLines(100));
        String one = planeLines(101).lines().toList().get(100);
        String file = folder.resolve("one.inkl").toString();

        CommandRun learnt = CommandRun.of("vector", "calibrate", vectors.toString(), "--axes", "3", "--json", "-o",
                calibration.toString());
        CommandRun plain = run(one, "vector", "encode", "--json", "-o", file);
        CommandRun coded = run(one, "vector", "encode", "--json", "-o", file, "--calibration", calibration.toString());

        String id = learnt.json().get("calibration").asString();
        assertThat(learnt.json().get("axes").asInt()).isEqualTo(3);
        assertThat(coded.json().get("cosine").asDouble()).isGreaterThan(plain.json().get("cosine").asDouble());
        CommandRun refused = CommandRun.of("vector", "decode", file);
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.err()).contains("calibration: found " + id);
        assertThat(CommandRun.of("info", file).exitCode()).isEqualTo(4);
        assertThat(CommandRun.of("info", file, "--calibration", calibration.toString()).out())
                .contains("128 dimensions, calibration " + id);
        CommandRun decoded = CommandRun.of("vector", "decode", file, "--calibration", calibration.toString());
        assertThat(cosine(json(decoded.out()), json(one))).isGreaterThan(0.95);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[1, 2", "[1, 2]", "[1, x]", "[1, 0x10]", "[NaN]"})
    void refusesWhatIsNoVector(String text) {
        CommandRun run = run(text, "vector", "encode", "-o", folder.resolve("x").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void saysWhichLineIsWrong() {
        CommandRun run = run(line(64, new Random(3)) + "\n[]\n", "vector", "encode", "--lines", "-o", folder.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("inkling: -: line 2: not a number: ''\n");
    }

    @Test
    void saysHowSmallAFileCanBe() {
        CommandRun run = run(line(64, new Random(3)), "vector", "encode", "--bits-per-dimension", "0.1", "-o", "-");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("a file of a vector of 64 components takes at least");
        assertThat(run("[]", "vector", "encode", "--bits-per-dimension", "5", "-o", "-").err()).contains("0.1 to 4");
    }

    @Test
    void vectorAloneIsNoPicture() {
        Path file = folder.resolve("p.inkl");
        run(line(64, new Random(3)), "vector", "encode", "-o", file.toString());

        CommandRun made = CommandRun.of("decode", file.toString(), "-o", folder.resolve("p.png").toString());

        assertThat(made.exitCode()).isEqualTo(4);
        assertThat(made.err()).contains("inkling vector decode");
    }
}
