package dev.inkling.eval.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.Calibration;
import dev.inkling.Embedding;
import dev.inkling.codec.Calibrator;
import dev.inkling.eval.report.VectorChart;
import dev.inkling.eval.vector.VectorComparison.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class VectorComparisonTest {
    @Test
    void publishedCodesDoWhatTheyAreKnownToDo() throws IOException {
        List<Row> rows = new VectorComparison(VectorSet.gaussian(20, 768), null, List.of(1.0)).run(() -> {});
        Row inkling = rows.get(0);
        Row signs = rows.get(1);

        assertThat(inkling.codec()).isEqualTo("inkling");
        assertThat(inkling.bytes()).isLessThanOrEqualTo(96);
        assertThat(inkling.cosine()).isGreaterThan(0.838);
        assertThat(inkling.decibels()).isBetween(0.0, 0.6);
        assertThat(signs.codec()).isEqualTo("signs");
        assertThat(signs.bytes()).isEqualTo(96);
        assertThat(signs.cosine()).isEqualTo(Math.sqrt(2 / Math.PI), within(0.005));
        // Max's distortions for 2, 3 and 4 bits.
        assertThat(1 - Math.pow(rows.get(2).cosine(), 2)).isEqualTo(0.1188, within(0.005));
        assertThat(1 - Math.pow(rows.get(3).cosine(), 2)).isEqualTo(0.03744, within(0.003));
        assertThat(1 - Math.pow(rows.get(4).cosine(), 2)).isEqualTo(0.01154, within(0.001));
        assertThat(ImageIO.read(new ByteArrayInputStream(VectorChart.png(rows, 768))).getWidth()).isGreaterThan(500);
    }

    @Test
    void calibrationHelpsNearASubspace() throws IOException {
        List<Embedding> vectors = VectorSet.nearSubspace(220, 128, 4, 0.1);
        Calibration calibration = Calibrator.learn(vectors.subList(0, 200), 4, () -> {});

        List<Row> rows = new VectorComparison(vectors.subList(200, 220), calibration, List.of(1.0)).run(() -> {});

        assertThat(rows.get(1).codec()).isEqualTo("inkling, calibrated");
        assertThat(rows.get(1).cosine()).isGreaterThan(rows.get(0).cosine() + 0.02);
    }
}
