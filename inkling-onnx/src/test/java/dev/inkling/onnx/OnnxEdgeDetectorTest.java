package dev.inkling.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.EdgeMap;
import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxEdgeDetectorTest {
    private static final ImageSize SIZE = new ImageSize(20, 10);

    @TempDir
    private Path folder;

    private EdgeMap map(ModelFixture model) throws Exception {
        try (OnnxEdgeDetector detector = new OnnxEdgeDetector(model.writeTo(folder.resolve("edges.onnx")), 1)) {
            return detector.detect(flat(new ImageSize(300, 150)), SIZE);
        }
    }

    /** The mean of its samples is 0.4. */
    private static Raster flat(ImageSize size) {
        byte[] rgb = new byte[Raster.byteCount(size)];
        Arrays.fill(rgb, (byte) 102);
        return Raster.wrap(size, rgb);
    }

    private static ModelFixture picture() {
        return new ModelFixture().input("1", "3", ModelFixture.ANY_HEIGHT, ModelFixture.ANY_WIDTH);
    }

    @Test
    void probabilitiesAreTheStrengths() throws Exception {
        EdgeMap map = map(picture().meanOfChannels());

        assertThat(map.size()).isEqualTo(SIZE);
        assertThat(map.strength(0)).isEqualTo(0.4f, within(1e-5f));
        assertThat(map.strength(199)).isEqualTo(0.4f, within(1e-5f));
    }

    @Test
    void logitsBecomeProbabilities() throws Exception {
        assertThat(map(picture().meanOfChannels().with("Mul", -5)).strength(7)).isEqualTo(0.1192f, within(1e-4f));
    }

    @Test
    void aResultOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> map(picture().with("Mul", 2)))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("expected 1x1x48x80 as its last result, found 1x3x48x80");
    }

    @Test
    void anInputOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> map(new ModelFixture().input("1", "1", "h", "w").with("Mul", 2)))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("expected inputs");
    }
}
