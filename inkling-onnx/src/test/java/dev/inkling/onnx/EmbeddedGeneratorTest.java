package dev.inkling.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.Generator;
import dev.inkling.GeneratorContract;
import dev.inkling.Layer;
import dev.inkling.ProviderException;
import dev.inkling.classical.ClassicalGenerator;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EmbeddedGeneratorTest extends GeneratorContract {
    private static final ImageSize SIZE = new ImageSize(160, 96);
    private static final Layer TINY = new Layer.Picture(slope(24, 16), 30);
    private static final List<String> WARNINGS = new ArrayList<>();
    private static final EmbeddedGenerator GENERATOR = new EmbeddedGenerator(1, WARNINGS::add);

    @AfterAll
    static void close() throws ProviderException {
        GENERATOR.close();
        assertThat(WARNINGS).isEmpty();
    }

    @Override
    protected Generator generator() {
        return GENERATOR;
    }

    @Test
    void theNetworkMakesThePictureOfATinyPicture() throws ProviderException {
        Layer words = new Layer.Prose("A blue sky.");
        Generator.Generated generated = GENERATOR.generate(List.of(words, TINY), SIZE);

        assertThat(generated.notes()).isEmpty();
        assertThat(generated.picture())
                .isNotEqualTo(new ClassicalGenerator().generate(List.of(TINY), SIZE).picture());
    }

    @Test
    void wordsAloneGoToTheClassicalGeneratorAndLoadNothing() throws ProviderException {
        List<Layer> words = List.of(new Layer.Prose("A blue sky over a green field."));
        EmbeddedGenerator unloadable = new EmbeddedGenerator(
                () -> {
                    throw new AssertionError("loaded");
                },
                WARNINGS::add);

        Generator.Generated generated = unloadable.generate(words, SIZE);

        assertThat(generated).isEqualTo(new ClassicalGenerator().generate(words, SIZE));
        unloadable.close();
    }

    @Test
    void withoutTheNetworkTheClassicalGeneratorStandsInAndSaysSoOnce() throws ProviderException {
        List<String> warnings = new ArrayList<>();
        EmbeddedGenerator broken = new EmbeddedGenerator(
                () -> {
                    throw new ProviderException("the network", false, "no such library");
                },
                warnings::add);

        Generator.Generated first = broken.generate(List.of(TINY), SIZE);
        broken.generate(List.of(TINY), SIZE);

        assertThat(first).isEqualTo(new ClassicalGenerator().generate(List.of(TINY), SIZE));
        assertThat(warnings).containsExactly("the network: no such library; pictures are made without a network");
        broken.close();
    }

    private static Raster slope(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (100 + 4 * (i / 3 % width) - 3 * (i / 3 / width));
        }
        return Raster.wrap(new ImageSize(width, height), rgb);
    }
}
