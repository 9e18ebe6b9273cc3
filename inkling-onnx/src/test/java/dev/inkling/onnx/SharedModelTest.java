package dev.inkling.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.Generator;
import dev.inkling.Layer;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Orientation;
import dev.inkling.image.PictureReader;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import dev.inkling.metrics.Psnr;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A published network: Real-ESRGAN general x4 v3, its denoising variant. */
@EnabledIfEnvironmentVariable(
        named = "INKLING_SHARED",
        matches = ".+",
        disabledReason = "INKLING_SHARED must name a folder that has models/realesr_general_wdn_x4v3.onnx")
class SharedModelTest {
    private static final Path PHOTOGRAPH = Path.of("..", "testdata", "images", "chelsea.png");

    private static Path model() {
        return Path.of(System.getenv("INKLING_SHARED"), "models", "realesr_general_wdn_x4v3.onnx");
    }

    @Test
    void enlargesAPhotograph() throws IOException {
        Raster original = photograph();
        Raster tiny = Resampler.resize(original, original.size().scaledTo(112), Kernel.LANCZOS);

        try (OnnxUpscaler upscaler = new OnnxUpscaler(model(), 2)) {
            Raster picture = enlarge(upscaler, tiny, original.size());
            double cubic = Psnr.of(original, Resampler.resize(tiny, original.size(), Kernel.CUBIC));
            assertThat(Psnr.of(original, picture)).isGreaterThan(cubic - 2);
        }
    }

    /** The network sees 34 pixels far, the margin of a tile is 24. */
    @Test
    void tilesHardlyShow() throws IOException {
        Raster original = photograph();
        Raster tiny = Resampler.resize(original, original.size().scaledTo(192), Kernel.LANCZOS);
        ImageSize size = new ImageSize(4 * tiny.width(), 4 * tiny.height());

        try (OnnxUpscaler tiled = new OnnxUpscaler(model(), 2);
                OnnxUpscaler whole = new OnnxUpscaler(model(), 2, new Tiling(192, 8))) {
            assertThat(Rasters.largestDifference(enlarge(tiled, tiny, size), enlarge(whole, tiny, size))).isLessThan(3);
        }
    }

    private static Raster enlarge(Generator generator, Raster tiny, ImageSize size) throws IOException {
        return generator.generate(List.of(new Layer.Picture(tiny, 20)), size).picture();
    }

    private static Raster photograph() throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(PHOTOGRAPH.toFile())) {
            return new PictureReader(PictureReader.DEFAULT_MAX_PIXELS).read(in, Orientation.ofExif(1)).picture();
        }
    }
}
