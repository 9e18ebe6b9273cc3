package dev.inkling.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.onnx.proto.OnnxMl.TensorProto;
import dev.inkling.Generator;
import dev.inkling.GeneratorContract;
import dev.inkling.Layer;
import dev.inkling.ProviderException;
import dev.inkling.classical.ClassicalGenerator;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxUpscalerTest extends GeneratorContract {
    @TempDir
    private static Path models;

    private static OnnxUpscaler nearest;

    @BeforeAll
    static void load() throws IOException {
        nearest = new OnnxUpscaler(ModelFixture.nearest(2, 2).writeTo(models.resolve("nearest-x2.onnx")), 1);
    }

    @AfterAll
    static void close() throws ProviderException {
        nearest.close();
    }

    @Override
    protected Generator generator() {
        return nearest;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 5", "16, 16", "127, 130", "192, 128", "192, 192", "300, 3"})
    void theNetworkMakesThePictureWhenTheSizeFits(int width, int height) throws ProviderException {
        Raster tiny = noise(width, height);

        Raster picture = enlarge(nearest, tiny, new ImageSize(2 * width, 2 * height));

        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                assertThat(picture.rgb(x, y)).isEqualTo(tiny.rgb(x / 2, y / 2));
            }
        }
    }

    @Test
    void otherSizesAreInterpolatedFromIt() throws ProviderException {
        Raster tiny = noise(20, 30);
        Raster doubled = enlarge(nearest, tiny, new ImageSize(40, 60));

        ImageSize larger = new ImageSize(123, 190);
        assertThat(enlarge(nearest, tiny, larger)).isEqualTo(Resampler.resize(doubled, larger, Kernel.CUBIC));
        ImageSize smaller = new ImageSize(11, 17);
        assertThat(enlarge(nearest, tiny, smaller)).isEqualTo(Resampler.resize(doubled, smaller, Kernel.LANCZOS));
    }

    @Test
    void tilesDoNotShow() throws IOException {
        Path model = new ModelFixture().input("n", "3", ModelFixture.ANY_HEIGHT, ModelFixture.ANY_WIDTH)
                .blurred(5).enlarged(3, 3).writeTo(models.resolve("blur-x3.onnx"));
        Raster tiny = noise(150, 107);
        ImageSize size = new ImageSize(450, 321);

        try (OnnxUpscaler whole = new OnnxUpscaler(model, 1, new Tiling(192, 8));
                OnnxUpscaler tiled = new OnnxUpscaler(model, 1, new Tiling(24, 8))) {
            assertThat(enlarge(tiled, tiny, size)).isEqualTo(enlarge(whole, tiny, size));
        }
    }

    @Test
    void samplesOutOfRangeAreClamped() throws IOException {
        Path model = ModelFixture.nearest(1, 1).with("Sub", 0.5f).with("Mul", 4)
                .writeTo(models.resolve("contrast.onnx"));
        Raster tiny = Raster.wrap(new ImageSize(2, 1), new byte[] {0, 64, (byte) 255, 127, (byte) 128, (byte) 160});

        try (OnnxUpscaler upscaler = new OnnxUpscaler(model, 1)) {
            Raster picture = enlarge(upscaler, tiny, tiny.size());
            assertThat(picture.rgb(0, 0)).isEqualTo(0x0000ff);
            assertThat(picture.rgb(1, 0)).isEqualTo(0x000282);
        }
    }

    @Test
    void filesWithoutAPictureGoToTheEmbeddedGenerator() throws ProviderException {
        List<Layer> words = List.of(new Layer.Prose("A blue sky over a green field."));
        ImageSize size = new ImageSize(60, 40);

        Generator.Generated generated = nearest.generate(words, size);

        assertThat(generated.picture()).isEqualTo(new ClassicalGenerator().generate(words, size).picture());
        assertThat(generated.notes()).hasSize(2).last().asString()
                .isEqualTo("nearest-x2.onnx needs a picture layer, which this file does not have;"
                        + " the embedded generator made the picture.");
    }

    @Test
    void infiniteSamplesAreRefused() throws IOException {
        Path model = ModelFixture.nearest(2, 2).with("Reciprocal").writeTo(models.resolve("reciprocal.onnx"));

        try (OnnxUpscaler upscaler = new OnnxUpscaler(model, 1)) {
            Raster black = Raster.wrap(new ImageSize(1, 1), new byte[3]);
            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> enlarge(upscaler, black, new ImageSize(8, 8)))
                    .withMessage("reciprocal.onnx: its result has a sample that is not a finite number");
        }
    }

    @Test
    void missingFilesAreRefused() {
        assertRefused(models.resolve("nowhere.onnx"), "there is no file to read at ");
        assertRefused(models, "there is no file to read at ");
    }

    @Test
    void filesOfAnotherKindAreRefused() throws IOException {
        assertRefused(Files.writeString(models.resolve("a.onnx"), "words"), "not an ONNX model that can be used: ");
        assertRefused(Files.createFile(models.resolve("b.onnx")), "not an ONNX model that can be used: ");
    }

    @Test
    void inputsOfAnotherShapeAreRefused() throws IOException {
        String expected = "expected one input Nx3xHxW of FLOAT, for any H and W, found ";
        assertInputRefused(expected + "in 1x1x?x? of FLOAT", "1", "1", "h", "w");
        assertInputRefused(expected + "in 1x3x64x64 of FLOAT", "1", "3", "64", "64");
        assertInputRefused(expected + "in ?x3x?x64 of FLOAT", "n", "3", "h", "64");
        assertInputRefused(expected + "in 4x3x?x? of FLOAT", "4", "3", "h", "w");
    }

    private static void assertInputRefused(String message, String... shape) throws IOException {
        assertRefused(
                new ModelFixture().input(shape).enlarged(2, 2).writeTo(models.resolve("other.onnx")), message);
    }

    @Test
    void severalInputsAreRefused() throws IOException {
        ModelFixture two = ModelFixture.nearest(2, 2)
                .input("strength", TensorProto.DataType.FLOAT, "1");
        assertRefused(two.writeTo(models.resolve("two.onnx")), "in 1x3x?x? of FLOAT, strength 1 of FLOAT");
    }

    @ParameterizedTest
    @CsvSource({"2, 3", "1.5, 1.5", "0.5, 0.5", "17, 17"})
    void outputsThatAreNoWholeMultipleAreRefused(float factorX, float factorY) throws IOException {
        Path model = ModelFixture.nearest(factorX, factorY).writeTo(models.resolve("uneven.onnx"));

        assertRefused(model, "a whole number of times, 1 to 16, as wide and high as the input, found 1x3x");
    }

    @Test
    void needsAThread() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OnnxUpscaler(models.resolve("nearest-x2.onnx"), 0));
    }

    private static void assertRefused(Path model, String message) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> new OnnxUpscaler(model, 1).close())
                .withMessageStartingWith(model.getFileName() + ": ")
                .withMessageContaining(message)
                .matches(e -> e.provider().equals(model.getFileName().toString()))
                .matches(e -> !e.retryable());
    }

    private static Raster enlarge(Generator generator, Raster tiny, ImageSize size) throws ProviderException {
        Generator.Generated generated = generator.generate(List.of(new Layer.Picture(tiny, 20)), size);
        assertThat(generated.notes()).isEmpty();
        return generated.picture();
    }

    private static Raster noise(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        new SplittableRandom(width).nextBytes(rgb);
        return Raster.wrap(new ImageSize(width, height), rgb);
    }
}
