package dev.inkling.eval.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.onnx.NetworkFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearnedMetricsTest {
    @TempDir
    private static Path folder;

    private static Map<String, Path> models;

    @BeforeAll
    static void write() throws IOException {
        models = RandomModels.writeTo(folder);
    }

    /** Reference values: the same networks in Python, with Pillow, PyTorch and ONNX Runtime; check-metrics.py. */
    @ParameterizedTest
    @CsvSource({
        "lpips, 0.0009897553827613592",
        "dists, 0.00010471777932252735",
        "musiq, 0.28181880712509155",
        "clip-iqa, 0.5306999683380127",
        "clip-sim, 0.9993718616430347",
        "clip-score, 35.13554179016758",
    })
    void preparePicturesAndWordsAsTheReferencesDo(String name, double expected) throws IOException {
        try (Metric metric = Metrics.named(name, models)) {
            double value = metric.measure(Photograph.source(), Photograph.withFewLevels(), "the photo of a cat");
            assertThat(value).isCloseTo(expected, withinPercentage(1e-4));
            assertThat(metric.name()).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lpips", "dists"})
    void distancesOfEqualPicturesAreNone(String name) throws IOException {
        try (Metric metric = Metrics.named(name, models)) {
            assertThat(metric.measure(Photograph.source(), Photograph.source())).isZero();
            assertThat(metric.higherIsBetter()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lpips, lpips.onnx sha256:[0-9a-f]{64}",
        "musiq, musiq.onnx sha256:[0-9a-f]{64}",
        "clip-sim, clip-image.onnx sha256:[0-9a-f]{64}",
        "clip-score, '(clip-image.onnx|clip-text.onnx|vocabulary.txt|sha256:[0-9a-f]{64}|, | )+'",
    })
    void sayWhichModelTheyUsed(String name, String expected) throws IOException {
        try (Metric metric = Metrics.named(name, models)) {
            assertThat(metric.model()).matches(expected);
        }
    }

    @Test
    void scoresOfWordsNeedWords() throws IOException {
        try (Metric metric = Metrics.named("clip-score", models)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> metric.measure(Photograph.source(), Photograph.source()))
                    .withMessage("clip-score needs the words of the file, and it has none");
        }
    }

    @Test
    void differentSizesAreRefused() throws IOException {
        Raster small = Raster.wrap(new ImageSize(64, 64), new byte[3 * 64 * 64]);
        try (Metric metric = Metrics.named("lpips", models)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> metric.measure(small, Photograph.source()))
                    .withMessage("sizes 64x64 and 451x300 differ");
        }
    }

    @Test
    void missingModelsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Metrics.named("clip-score", Map.of("clip-image", Path.of("x"))))
                .withMessage("metric 'clip-score' needs the model 'clip-text'");
        assertRefused("lpips", Map.of("lpips", folder.resolve("nowhere.onnx")), "there is no file to read at ");
    }

    @ParameterizedTest
    @CsvSource({
        "lpips, clip-iqa, '[1x3x?x? of FLOAT, 1x3x?x? of FLOAT], found image ?x3x?x? of FLOAT'",
        "clip-iqa, clip-image, '[1x3x?x? of FLOAT], found image ?x3x224x224 of FLOAT'",
        "clip-iqa, clip-text, '[1x3x?x? of FLOAT], found tokens ?x77 of INT64'",
        "musiq, clip-iqa, '[1x?x3075 of FLOAT], found image ?x3x?x? of FLOAT'",
    })
    void networksMadeForSomethingElseAreRefused(String metric, String model, String message) {
        assertRefused(metric, Map.of(metric, models.get(model)), message);
    }

    @Test
    void resultsThatAreNoScoreAreRefused() throws IOException {
        Map<String, Path> wrong = new HashMap<>(models);
        wrong.put("clip-iqa", fixture().node("Relu", "image", "out").writeTo(folder.resolve("relu.onnx"), "out", "n"));
        assertRunFails("clip-iqa", wrong, "expected one number as result, found 1x3x");
        wrong.put("clip-iqa", fixture().node("Log", "image", "logs").mean("logs", "out", 1L, 2L, 3L)
                .writeTo(folder.resolve("log.onnx"), "out", "n"));
        assertRunFails("clip-iqa", wrong, "its score is not a finite number");
        wrong.put("clip-image", fixture().node("Relu", "image", "out").writeTo(folder.resolve("map.onnx"), "out", "n"));
        assertRunFails("clip-sim", wrong, "expected one embedding 1xD as result, found 1x3x224x224");
    }

    @Test
    void vocabulariesOfAnotherKindAreRefused() throws IOException {
        Map<String, Path> wrong = new HashMap<>(models);
        wrong.put("clip-vocabulary", Files.writeString(folder.resolve("words.txt"), "heading\nthree words here\n"));
        assertRefused("clip-score", wrong, "expected two symbols a line, found 'three words here'");
    }

    private static NetworkFixture fixture() {
        return new NetworkFixture().floats("image", "n", "3", "h", "w");
    }

    private static void assertRefused(String name, Map<String, Path> given, String message) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> Metrics.named(name, given).close())
                .withMessageContaining(message);
    }

    private static void assertRunFails(String name, Map<String, Path> given, String message) throws IOException {
        try (Metric metric = Metrics.named(name, given)) {
            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> metric.measure(Photograph.source(), Photograph.withFewLevels()))
                    .withMessageContaining(message);
        }
    }
}
