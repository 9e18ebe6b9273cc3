package dev.inkling.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.Layer;
import dev.inkling.classical.ClassicalGenerator;
import dev.inkling.entropy.RangeEncoder;
import dev.inkling.image.ImageSize;
import dev.inkling.image.PictureReader;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import dev.inkling.metrics.GridStrength;
import dev.inkling.metrics.Psnr;
import dev.inkling.picture.PictureEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorNetworkTest {
    private static final int STEP = 36;

    @ParameterizedTest
    @ValueSource(strings = {"astronaut", "chelsea", "coffee"})
    void photographsComeBackAsPhotographs(String name) throws IOException {
        Raster photograph = photograph(name);
        Layer.Picture layer = coded(photograph, 72);

        try (GeneratorNetwork network = new GeneratorNetwork(2)) {
            Raster made = network.enlarge(layer, photograph.size());
            Raster classical =
                    new ClassicalGenerator().generate(List.of(layer), photograph.size()).picture();
            assertThat(Psnr.of(photograph, made)).isGreaterThan(Psnr.of(photograph, classical) - 1.2);
            assertThat(GridStrength.of(made)).isLessThan(2.5);
        }
    }

    @Test
    void tilesDoNotShow() throws IOException {
        Raster photograph = photograph("chelsea");
        Layer.Picture layer = coded(photograph, 96);
        ImageSize size = new ImageSize(12 * 96, 12 * layer.tiny().height());

        try (GeneratorNetwork tiled = new GeneratorNetwork(2, new Tiling(96, 24));
                GeneratorNetwork whole = new GeneratorNetwork(2, new Tiling(512, 24))) {
            Raster inTiles = tiled.enlarge(layer, size);
            Raster inOne = whole.enlarge(layer, size);
            assertThat(Rasters.largestDifference(inTiles, inOne)).isLessThanOrEqualTo(10);
            assertThat(Psnr.of(inOne, inTiles)).isGreaterThan(55);
        }
    }

    @Test
    void anyNumberOfThreadsGivesThePictureWithinOneLevel() throws IOException {
        Raster photograph = photograph("coffee");
        Layer.Picture layer = coded(photograph, 64);

        try (GeneratorNetwork one = new GeneratorNetwork(1);
                GeneratorNetwork two = new GeneratorNetwork(2)) {
            Raster alone = one.enlarge(layer, photograph.size());
            assertThat(one.enlarge(layer, photograph.size())).isEqualTo(alone);
            assertThat(Rasters.largestDifference(two.enlarge(layer, photograph.size()), alone)).isLessThanOrEqualTo(1);
        }
    }

    private static Layer.Picture coded(Raster photograph, int longSide) {
        Raster tiny = Resampler.resize(photograph, photograph.size().scaledTo(longSide), Kernel.LANCZOS);
        return new Layer.Picture(PictureEncoder.encode(tiny, STEP, 0, new RangeEncoder()), STEP);
    }

    private static Raster photograph(String name) throws IOException {
        return PictureReader.read(Path.of("..", "testdata", "images", name + ".png"));
    }
}
