package dev.inkling.eval.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Published models; reference values from Python by check-metrics.py. */
@EnabledIfEnvironmentVariable(
        named = "INKLING_SHARED",
        matches = ".+",
        disabledReason = "INKLING_SHARED must name a folder with models/lpips_squeeze.onnx and models/brisque_*.yml")
class SharedModelsTest {
    private static final Map<String, Path> MODELS = Map.of(
            "lpips", model("lpips_squeeze.onnx"),
            "brisque", model("brisque_model_live.yml"),
            "brisque-range", model("brisque_range_live.yml"));

    private static Path model(String file) {
        return Path.of(String.valueOf(System.getenv("INKLING_SHARED")), "models", file);
    }

    @Test
    void lpips() throws IOException {
        assertThat(measured("lpips")).isCloseTo(0.2809256315231323, within(1e-4));
    }

    @Test
    void brisque() throws IOException {
        assertThat(measured("brisque")).isCloseTo(23.160983139224328, within(1e-4));
    }

    private static double measured(String name) throws IOException {
        try (Metric metric = Metrics.named(name, MODELS)) {
            return metric.measure(Photograph.source(), Photograph.withFewLevels());
        }
    }
}
