package dev.inkling.classical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.Generator;
import dev.inkling.GeneratorContract;
import dev.inkling.Layer;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import dev.inkling.metrics.Psnr;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassicalGeneratorTest extends GeneratorContract {
    private static final ClassicalGenerator GENERATOR = new ClassicalGenerator();

    @Override
    protected Generator generator() {
        return GENERATOR;
    }

    @Test
    void saysThatWordsAloneGiveASketch() {
        Generator.Generated sketch = GENERATOR.generate(List.of(new Layer.Prose("Red.")), new ImageSize(30, 20));
        assertThat(sketch.notes()).singleElement().asString()
                .startsWith("a sketch from words; a generator would do better")
                .contains("--profile hybrid");
        assertThat(sketch.picture().rgb(15, 10)).isEqualTo(ColourName.RED.rgb());
    }

    @Test
    void hasNothingToSayAboutAnEnlargedPicture() {
        Layer tiny = new Layer.Picture(flat(8, 8, 0x204060), 30);
        Generator.Generated enlarged = GENERATOR.generate(List.of(tiny), new ImageSize(64, 64));
        assertThat(enlarged.notes()).isEmpty();
        assertThat(enlarged.picture().sample(32, 32, 2)).isBetween(0x58, 0x68);
    }

    @Test
    void drawsSomethingForFilesOfTheFuture() {
        assertThat(GENERATOR.generate(List.of(), new ImageSize(5, 4)).notes())
                .singleElement().asString().contains("nothing in this file");
    }

    @Test
    void shrinksTinyPicturesThatAreLargerThanTheResult() {
        Layer tiny = new Layer.Picture(flat(192, 128, 0x808080), 10);
        assertThat(GENERATOR.generate(List.of(tiny), new ImageSize(5, 3)).picture()).isEqualTo(flat(5, 3, 0x808080));
    }

    /** The gains in LPIPS are in docs/generator.md; here, that edges get sharper and that it costs little fidelity. */
    @Test
    void isSharperThanCubicInterpolationAndAlmostAsFaithful() throws IOException {
        double lost = 0;
        for (String file : Photographs.FILES) {
            Raster original = Photographs.read(file);
            Raster tiny = Resampler.resize(original, original.size().scaledTo(80), Kernel.LANCZOS);
            Raster cubic = Resampler.resize(tiny, original.size(), Kernel.CUBIC);
            Layer layer = new Layer.Picture(tiny, 20);
            Raster ours = GENERATOR.generate(List.of(layer), original.size()).picture();
            assertThat(steepness(ours)).isGreaterThan(1.2 * steepness(cubic)).isLessThan(1.1 * steepness(original));
            lost += (Psnr.of(original, cubic) - Psnr.of(original, ours)) / Photographs.FILES.size();
        }
        assertThat(lost).isLessThan(0.2);
    }

    /** Mean squared difference of horizontal neighbours: higher is sharper. */
    private static double steepness(Raster picture) {
        long sum = 0;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 1; x < picture.width(); x++) {
                int difference = picture.sample(x, y, 1) - picture.sample(x - 1, y, 1);
                sum += difference * difference;
            }
        }
        return (double) sum / picture.size().pixels();
    }

    private static Raster flat(int width, int height, int rgb) {
        byte[] samples = new byte[3 * width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (rgb >> 16 - 8 * (i % 3));
        }
        return Raster.wrap(new ImageSize(width, height), samples);
    }
}
