package dev.inkling.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultsFileTest {
    private static final Results RESULTS = SomeResults.of(
            List.of(new Results.PictureFacts("p0", "hash0", 10, 10), new Results.PictureFacts("p,1", "hash1", 10, 10)),
            List.of(SomeResults.measurement("p0", 90, 21), SomeResults.failure("p,1")));

    @TempDir
    private Path temporary;

    /** Readers depend on these names: other ones need a new version of the schema. */
    @Test
    void jsonHasTheFieldsOfItsSchema() {
        JsonNode json = JsonMapper.shared().readTree(ResultsFile.json(RESULTS));

        assertThat(json.get("schema").asString()).isEqualTo("inkling-eval/1");
        assertThat(json.propertyNames()).containsExactly(
                "schema", "setup", "metrics", "codecs", "maxBytes", "pictures", "means", "bdRates", "setDistances",
                "measurements");
        assertThat(json.get("setup").propertyNames()).containsExactly(
                "command", "version", "code", "java", "system", "cores", "finished");
        assertThat(json.get("metrics").get(0).propertyNames()).containsExactly("name", "higherIsBetter", "model");
        assertThat(json.get("pictures").get(0).propertyNames()).containsExactly("name", "sha256", "width", "height");
        assertThat(json.get("means").get(0).propertyNames()).containsExactly(
                "codec", "maxBytes", "pictures", "failed", "bytes", "bpp", "microBpp", "parts", "encodeSeconds",
                "decodeSeconds", "metrics");
        assertThat(json.get("measurements").get(0).propertyNames()).containsExactly(
                "picture", "codec", "maxBytes", "bytes", "bpp", "microBpp", "parts", "setting", "encodeSeconds",
                "decodeSeconds", "metrics", "deviations", "failure");
    }

    @Test
    void jsonReadsBack() throws IOException {
        Files.write(temporary.resolve("results.json"), ResultsFile.json(RESULTS));

        assertThat(ResultsFile.read(temporary)).isEqualTo(RESULTS);
        assertThat(ResultsFile.read(temporary.resolve("results.json"))).isEqualTo(RESULTS);
    }

    @Test
    void equalPicturesHaveAnInfinitePsnr() throws IOException {
        Results results = SomeResults.of(Double.POSITIVE_INFINITY);
        Files.write(temporary.resolve("results.json"), ResultsFile.json(results));

        assertThat(ResultsFile.read(temporary).measurements()).isEqualTo(results.measurements());
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path file = temporary.resolve("results.json");
        Files.writeString(file, "{\"schema\":\"inkling-eval/2\"}");
        assertThatThrownBy(() -> ResultsFile.read(file)).isInstanceOf(FileSystemException.class)
                .hasMessageContaining("expected schema inkling-eval/1, found 'inkling-eval/2'");

        Files.writeString(file, "picture,codec");
        assertThatThrownBy(() -> ResultsFile.read(file)).isInstanceOf(FileSystemException.class)
                .hasMessageContaining("is no results file");
    }

    @Test
    void csvHasALineForEachMeasurement() {
        assertThat(new String(ResultsFile.csv(RESULTS), StandardCharsets.UTF_8)).isEqualTo(
                "picture,codec,max_bytes,bytes,bpp,micro_bpp,encode_s,decode_s,psnr,setting,failure\r\n"
                        + "p0,gray,200,90,7.2,7200000.0,0.1,0.2,21.0,,\r\n"
                        + "\"p,1\",gray,200,0,0.0,0.0,0.0,0.0,,,\"no \"\"room\"\", sorry\"\r\n");
    }

    @Test
    void meansCountFailures() {
        Mean mean = RESULTS.means().get(0);

        assertThat(mean.pictures()).isEqualTo(1);
        assertThat(mean.failed()).isEqualTo(1);
        assertThat(mean.bytes()).isEqualTo(90);
        assertThat(mean.whole()).isFalse();
        assertThat(SomeResults.of(1, 2, 3).means().get(0).metrics().get("psnr")).isEqualTo(new Mean.Spread(2, 1));
    }
}
