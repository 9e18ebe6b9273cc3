package dev.inkling.eval.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetDistancesTest {
    private static final List<float[]> ONE = set(6, (i, j) -> (i * 7 + j * 3) % 11);
    private static final List<float[]> OTHER = set(5, (i, j) -> (i * 5 + j * 4 + i * j) % 13);

    /** Reference values: SciPy's matrix square root and NumPy. */
    @Test
    void agreeWithIndependentComputations() {
        assertThat(FrechetDistance.between(ONE, OTHER)).isCloseTo(0.41668014128134256, within(1e-6));
        assertThat(FrechetDistance.between(OTHER, ONE)).isCloseTo(0.41668014128134256, within(1e-6));
        assertThat(KernelDistance.between(ONE, OTHER)).isCloseTo(-0.11192275833333376, within(1e-6));
    }

    @Test
    void frechetDistanceOfASetToItselfIsNone() {
        assertThat(FrechetDistance.between(ONE, ONE)).isCloseTo(0, within(1e-9));
    }

    @Test
    void workWithAnEmbedder(@TempDir Path folder) throws IOException {
        Raster source = Photograph.source();
        Raster fewLevels = Photograph.withFewLevels();
        try (Embedder embedder = Metrics.clipEmbedder(RandomModels.writeTo(folder).get("clip-image"))) {
            SetDistances distances = new SetDistances();
            distances.add(embedder.embed(source), embedder.embed(fewLevels));
            assertThatIllegalArgumentException().isThrownBy(distances::frechet);
            assertThatIllegalArgumentException().isThrownBy(distances::kernel);
            distances.add(embedder.embed(fewLevels), embedder.embed(source));

            assertThat(distances.frechet()).isCloseTo(0, within(1e-9));
            assertThat(distances.kernel()).isNegative();
            assertThat(embedder.model()).startsWith("clip-image.onnx sha256:");
        }
    }

    private interface Tenths {
        int at(int row, int column);
    }

    private static List<float[]> set(int size, Tenths tenths) {
        List<float[]> set = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            float[] vector = new float[4];
            for (int j = 0; j < vector.length; j++) {
                vector[j] = tenths.at(i, j) / 10f;
            }
            set.add(vector);
        }
        return set;
    }
}
