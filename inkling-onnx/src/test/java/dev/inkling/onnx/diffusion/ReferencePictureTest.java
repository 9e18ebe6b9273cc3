package dev.inkling.onnx.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.Generator;
import dev.inkling.Layer;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.onnx.models.ModelFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole pictures are those of {@code training/check-diffusion.py references}, which shares no code with this project. */
class ReferencePictureTest {
    private static final ImageSize SIZE = new ImageSize(64, 64);
    private static final Layer WORDS = new Layer.Prose("a red barn");
    private static final Layer TINY = new Layer.Picture(flat(new ImageSize(4, 4)), 20);

    @TempDir
    private Path folder;

    @Test
    void guidedByWords() throws IOException {
        Raster made = words(
                DiffusionFixture.STABLE_DIFFUSION, new DiffusionSettings(20, null, null, null, "fog", 7),
                new Layer.Prose("A red barn."));
        assertPicture(made, 31.2, 5.8, 29.5, 10.6, 122.46);
    }

    @Test
    void ofManyWordsWithoutGuidance() throws IOException {
        Raster made = words(
                DiffusionFixture.STABLE_DIFFUSION, new DiffusionSettings(5, 1.0, null, null, "", 0),
                new Layer.Prose("a red barn, ".repeat(20)));
        assertPicture(made, 110.6, 66.2, 212.3, 247.7, 120.26);
    }

    @Test
    void ofADistilledModel() throws IOException {
        Raster made = words(DiffusionFixture.TURBO, new DiffusionSettings(null, null, null, null, "", -3), WORDS);
        assertPicture(made, 80.9, 17.3, 45.4, 206.1, 117.42);
    }

    @Test
    void ofAConsistencyModel() throws IOException {
        Raster made = words(DiffusionFixture.CONSISTENCY, new DiffusionSettings(null, null, null, null, "", 5), WORDS);
        assertPicture(made, 199.6, 89.9, 222.3, 29.6, 120.89);
    }

    @Test
    void fromATinyPictureWhoseColoursAreHeldOnTo() throws IOException {
        Raster made = words(
                DiffusionFixture.STABLE_DIFFUSION, new DiffusionSettings(10, null, null, 0.7, "", 0), WORDS, TINY);
        assertPicture(made, 149.6, 131.9, 121.5, 196.3, 131.92);
    }

    @Test
    void ofAVector() throws IOException {
        assertPicture(
                vector(new DiffusionSettings(10, null, null, null, "", 11), UnclipGeneratorTest.vector(1)),
                48.7, 9.7, 148.7, 173.1, 94.23);
    }

    @Test
    void ofAVectorWithAColourMapAndWords() throws IOException {
        assertPicture(
                vector(new DiffusionSettings(10, null, null, null, "", 0), WORDS, TINY, UnclipGeneratorTest.vector(1)),
                106.6, 32.1, 120.4, 183.7, 116.64);
    }

    @Test
    void wavesAreThoseOfTheModels() {
        float[] guidance = {
            0.506885f, -0.970471f, 0.586654f, 0.644218f, 0.862013f, -0.241219f, -0.809838f, 0.764842f
        };
        assertThat(UNet.waves(7000, 8, 1)).containsExactly(guidance, within(2e-5f));
        float[] level = {0.141120f, 0.029996f, -0.989993f, 0.999550f};
        assertThat(UNet.waves(3, 4, 0)).containsExactly(level, within(2e-5f));
    }

    private Raster words(String scheduler, DiffusionSettings settings, Layer... layers) throws IOException {
        ModelFolder model = new DiffusionFixture(folder).scheduler(scheduler).write();
        try (DiffusionGenerator generator = new DiffusionGenerator(
                model, settings, new Resources(1, 0), ReferencePictureTest::enlarged, DiffusionListener.NONE)) {
            return generator.generate(List.of(layers), SIZE).picture();
        }
    }

    private Raster vector(DiffusionSettings settings, Layer... layers) throws IOException {
        ModelFolder model = new DiffusionFixture(folder).unclip().write();
        try (UnclipGenerator generator = new UnclipGenerator(
                model, settings, new Resources(1, 0), ReferencePictureTest::enlarged, DiffusionListener.NONE)) {
            return generator.generate(List.of(layers), SIZE).picture();
        }
    }

    private static Generator.Generated enlarged(List<Layer> layers, ImageSize size) {
        return new Generator.Generated(flat(size), List.of());
    }

    private static Raster flat(ImageSize size) {
        byte[] rgb = new byte[Raster.byteCount(size)];
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i] = (byte) 200;
            rgb[i + 1] = 120;
            rgb[i + 2] = 40;
        }
        return Raster.wrap(size, rgb);
    }

    private static void assertPicture(Raster made, double first, double second, double third, double fourth, double mean) {
        assertThat((double) made.sample(5, 9, 0)).isCloseTo(first, within(0.6));
        assertThat((double) made.sample(40, 20, 1)).isCloseTo(second, within(0.6));
        assertThat((double) made.sample(23, 50, 2)).isCloseTo(third, within(0.6));
        assertThat((double) made.sample(60, 63, 0)).isCloseTo(fourth, within(0.6));
        double sum = 0;
        for (int i = 0; i < 3 * 64 * 64; i++) {
            sum += made.sample(i / 3 % 64, i / 192, i % 3);
        }
        assertThat(sum / (3 * 64 * 64)).isCloseTo(mean, within(0.05));
    }
}
