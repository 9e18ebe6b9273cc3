package dev.inkling.onnx.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.Embedding;
import dev.inkling.Layer;
import dev.inkling.ProviderException;
import dev.inkling.classical.ClassicalGenerator;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.onnx.models.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnclipGeneratorTest {
    private static final ImageSize SIZE = new ImageSize(64, 64);

    @TempDir
    private Path folder;

    private DiffusionFixture fixture;
    private ModelFolder model;

    @BeforeEach
    void write() throws IOException {
        fixture = new DiffusionFixture(folder).unclip();
        model = fixture.write();
    }

    @Test
    void vectorWordsSeedAndColourMapAllCount() throws IOException {
        Raster usual = made(0, vector(1));

        assertThat(made(0, vector(1))).isEqualTo(usual);
        assertThat(List.of(
                        made(0, vector(2)),
                        made(1, vector(1)),
                        made(0, new Layer.Prose("a red barn"), vector(1)),
                        made(0, tiny(20), vector(1)),
                        made(0, tiny(200), vector(1))))
                .doesNotHaveDuplicates()
                .doesNotContain(usual);
    }

    @Test
    void sizesAreAnySize() throws IOException {
        try (UnclipGenerator generator = generator(0)) {
            for (ImageSize size : List.of(new ImageSize(1, 1), new ImageSize(300, 7), new ImageSize(65_535, 1))) {
                assertThat(generator.generate(List.of(vector(1)), size).picture().size()).isEqualTo(size);
            }
        }
    }

    /** With hardly any noise, the U-Net is told the vector at the length of those that the model was trained on. */
    @Test
    void directionsGetTheUsualLengthBack() throws IOException {
        EmbeddingNoise noise = EmbeddingNoise.read(model);
        Embedding embedding = vector(1).embedding();
        double squares = 0;
        for (int i = 0; i < DiffusionFixture.DIMENSION; i++) {
            squares += Math.pow(0.1 * Math.sin(i), 2) + Math.pow(0.5 + 0.01 * i, 2);
        }
        assertThat(noise.usualLength()).isCloseTo(Math.sqrt(squares), within(1e-5));

        float[] told = noise.told(embedding, new GaussianNoise(0));

        assertThat(told).hasSize(2 * DiffusionFixture.DIMENSION);
        for (int i = 0; i < 64; i++) {
            double wanted = Math.sqrt(squares) * embedding.component(i);
            assertThat((double) told[i]).isCloseTo(wanted, within(0.04));
            assertThat(told[64 + i]).isEqualTo(i < 32 ? 1 : 0);
        }
    }

    @Test
    void filesWithoutAVectorAreRefused() {
        assertRefused(tiny(4), "needs a vector, which this file does not have");
    }

    @Test
    void vectorsOfAnotherClipAreRefused() {
        double[] values = new double[128];
        values[0] = 1;
        assertRefused(
                new Layer.Vector(Embedding.of(values), null),
                "it is for vectors of 64 components, but the file's has 128; both must come from the same CLIP");
    }

    @Test
    void modelsOfTheOtherKindAreRefused() throws IOException {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> new DiffusionGenerator(
                                model, DiffusionSettings.DEFAULT, new Resources(1, 0), new ClassicalGenerator(),
                                DiffusionListener.NONE)
                        .generate(List.of(new Layer.Prose("")), SIZE))
                .withMessageContaining("makes pictures of vectors, not of words");
        new DiffusionFixture(folder).write();
        assertRefused(vector(1), "has no input class_labels, so that it makes no pictures of vectors");
    }

    @Test
    void damagedStatisticsAreRefused() throws IOException {
        Path file = folder.resolve("image_normalizer/diffusion_pytorch_model.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 4));
        assertRefused(vector(1), "expected std of type F32 in it, found F32 at 256 to 512");
        Files.write(file, Arrays.copyOf(bytes, 5));
        assertRefused(vector(1), "no safetensors file: its heading would be -1 bytes long");
        bytes[8] = 'x';
        Files.write(file, bytes);
        assertRefused(vector(1), "no safetensors file: its heading is no JSON");
        Files.delete(file);
        assertRefused(vector(1), "expected image_normalizer/diffusion_pytorch_model.safetensors in it");
    }

    @Test
    void coloursArePulledCellByCell() {
        LatentShape shape = new LatentShape(2, 8, 6);
        float[] target = new float[shape.count()];
        float[] latent = new float[shape.count()];
        for (int i = 0; i < latent.length; i++) {
            target[i] = i / 48 + (i % 6 < 3 ? 1 : 5);
            latent[i] = (float) Math.sin(i);
        }
        float[] whole = new ColourGuide(shape, target, 1, 1, 1).apply(latent);
        assertThat(mean(whole, 0, 48)).isCloseTo(3, within(1e-5));
        assertThat(mean(whole, 48, 96)).isCloseTo(4, within(1e-5));
        assertThat(whole[1] - whole[0]).isCloseTo(latent[1] - latent[0], within(1e-5f));

        float[] half = new ColourGuide(shape, target, 1, 1, 0.5).apply(latent);
        assertThat(mean(half, 0, 48)).isCloseTo((3 + mean(latent, 0, 48)) / 2, within(1e-5));

        float[] cells = new ColourGuide(shape, target, 2, 1, 1).apply(latent);
        assertThat(cells[5] - latent[5]).isGreaterThan(cells[0] - latent[0] + 3);
    }

    private static double mean(float[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    private void assertRefused(Layer layer, String message) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> generator(0).generate(List.of(layer), SIZE))
                .withMessageContaining(message);
    }

    private Raster made(long seed, Layer... layers) throws IOException {
        try (UnclipGenerator generator = generator(seed)) {
            return generator.generate(List.of(layers), SIZE).picture();
        }
    }

    private UnclipGenerator generator(long seed) throws ProviderException {
        return new UnclipGenerator(
                model, new DiffusionSettings(4, null, null, null, "", seed), new Resources(1, 0),
                new ClassicalGenerator(), DiffusionListener.NONE);
    }

    static Layer.Vector vector(int phase) {
        double[] values = new double[DiffusionFixture.DIMENSION];
        Arrays.setAll(values, i -> Math.sin(1.3 * i * phase));
        return new Layer.Vector(Embedding.of(values), null);
    }

    private static Layer tiny(int level) {
        byte[] rgb = new byte[3 * 16];
        Arrays.fill(rgb, (byte) level);
        return new Layer.Picture(Raster.wrap(new ImageSize(4, 4), rgb), 20);
    }
}
