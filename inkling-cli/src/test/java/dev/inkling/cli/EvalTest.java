package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class EvalTest {
    @TempDir
    private Path folder;

    @Test
    void reportsTheBytesOfTheFilesThatItLeaves() throws IOException {
        Path out = folder.resolve("out");
        CommandRun run = eval("text", out, "--keep", "--baselines", "jpeg+lanczos");
        JsonNode results = new ObjectMapper().readTree(Files.readString(out.resolve("results.json")));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("| inkling text | 60 |", "| jpeg+lanczos | 700 |", "report.html");
        assertThat(results.get("measurements")).hasSize(4);
        for (JsonNode one : results.get("measurements")) {
            String codec = one.get("codec").asString();
            String extension = codec.equals("inkling text") ? ".inkl" : ".jpg";
            Path file = out.resolve("files/" + codec.replace(' ', '-') + "/" + one.get("maxBytes").asInt() + "/"
                    + one.get("picture").asString() + extension);
            assertThat(one.get("bytes").asLong()).isEqualTo(Files.exists(file) ? Files.size(file) : 0);
            assertThat(one.get("bytes").asLong()).isLessThanOrEqualTo(one.get("maxBytes").asLong());
        }
        assertThat(out.resolve("report.html")).isNotEmptyFile();
        assertThat(out.resolve("results.csv")).isNotEmptyFile();
        assertThat(out.resolve("chart-psnr.png")).isNotEmptyFile();
    }

    @Test
    void comparesTwoRuns() throws IOException {
        eval("text", folder.resolve("a"));
        eval("text", folder.resolve("b"));
        JsonNode same = CommandRun.of(
                "eval", "compare", folder.resolve("a").toString(), folder.resolve("b").toString(), "--json").json();

        assertThat(same.get("differences")).hasSize(4);
        for (JsonNode one : same.get("differences")) {
            assertThat(one.get("difference").asDouble()).isZero();
            assertThat(one.get("pictures").asInt()).isEqualTo(1);
        }
        CommandRun other = CommandRun.of("eval", "compare", folder.resolve("a").toString(), "missing.json");
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.err()).isEqualTo("inkling: missing.json: no such file or folder\n");
    }

    @Test
    void jsonNamesWhatItWrote() throws IOException {
        JsonNode json = eval("text", folder.resolve("out"), "--json").json();

        assertThat(Path.of(json.get("report").asString())).isNotEmptyFile();
        assertThat(json.get("failed").asInt()).isZero();
        assertThat(json.get("means").get(0).get("bytes").asDouble()).isBetween(10.0, 60.0);
    }

    @Test
    void theEmbeddedGeneratorRepeatsItself() throws IOException {
        Path out = folder.resolve("out");

        eval("text", out, "--repeat", "3");
        JsonNode results = new ObjectMapper().readTree(Files.readString(out.resolve("results.json")));

        assertThat(results.get("measurements")).hasSize(2);
        for (JsonNode one : results.get("measurements")) {
            assertThat(one.get("deviations").get("psnr").asDouble(-1)).isZero();
        }
        assertThat(results.get("setDistances")).isEmpty();
    }

    @Test
    void wrongCallsSayWhatToChange() {
        assertRefused("--repeat must be 1 to 100, found 0", "eval", "p", "--out", "x", "--repeat", "0");
        assertRefused("clip.onnx: no such file or folder", "eval", "p", "--out", "x", "--embedder-model", "clip.onnx");
        assertRefused("name the pictures and the folder", "eval");
        assertRefused("no such file or folder", "eval", "nowhere", "--out", "x");
        assertRefused("there are no pictures", "eval", folder.toString(), "--out", folder.resolve("x").toString());
        assertRefused("no metric is called 'beauty'", "eval", "p", "--out", "x", "--metrics", "beauty");
        assertRefused("--metrics lpips needs --lpips-model FILE", "eval", "p", "--out", "x", "--metrics", "lpips");
        assertRefused("'gif' is none of", "eval", "p", "--out", "x", "--baselines", "gif");
        assertRefused("--max-bytes must be 1 to 1048576", "eval", "p", "--out", "x", "--max-bytes", "5,0");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    private static void assertRefused(String message, String... args) {
        CommandRun run = CommandRun.of(args);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message);
    }

    private CommandRun eval(String profile, Path out, String... more) throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        Path photograph = pictures.resolve("cat.png");
        if (!Files.exists(photograph)) {
            Files.copy(CommandRun.PHOTOGRAPHS.resolve("chelsea.png"), photograph);
        }
        String[] args = new String[10 + more.length];
        String[] first = {
            "eval", pictures.toString(), "--out", out.toString(), "--profile", profile, "--max-bytes", "60,700",
            "--metrics", "psnr"
        };
        System.arraycopy(first, 0, args, 0, first.length);
        System.arraycopy(more, 0, args, first.length, more.length);
        return CommandRun.of(args);
    }
}
