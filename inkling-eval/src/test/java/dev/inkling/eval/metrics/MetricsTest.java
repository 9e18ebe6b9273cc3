package dev.inkling.eval.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {
    @Test
    void knowTheirNamesAndDirections() throws IOException {
        try (Metric metric = Metrics.named("ssim", Map.of())) {
            assertThat(metric.name()).isEqualTo("ssim");
            assertThat(metric.higherIsBetter()).isTrue();
            assertThat(metric.model()).isEmpty();
        }
    }

    @Test
    void measureAPair() throws IOException {
        Raster black = Raster.wrap(new ImageSize(1, 1), new byte[3]);
        Raster gray = Raster.wrap(new ImageSize(1, 1), new byte[] {51, 51, 51});
        try (Metric metric = Metrics.named("psnr", Map.of())) {
            assertThat(metric.measure(black, gray)).isCloseTo(20 * Math.log10(5), within(1e-9));
        }
    }

    @Test
    void refuseAnUnknownName() {
        assertThatThrownBy(() -> Metrics.named("beauty", Map.of())).hasMessageContaining("'beauty'");
    }
}
