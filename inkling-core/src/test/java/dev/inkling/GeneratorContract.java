package dev.inkling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every generator keeps to, whatever it makes the picture with. The tests are public because the test runner
 * cannot reach into this package of the module.
 */
@SuppressWarnings("exports") // JUnit is on the class path
public abstract class GeneratorContract {
    private static final List<ImageSize> SIZES = List.of(
            new ImageSize(1, 1),
            new ImageSize(1, 2),
            new ImageSize(2, 1),
            new ImageSize(7, 3),
            new ImageSize(64, 64),
            new ImageSize(200, 133),
            new ImageSize(131, 517),
            new ImageSize(65_535, 1),
            new ImageSize(1, 65_535));

    /** For test classes that inherit the contract. */
    protected GeneratorContract() {}

    /** The generator under test. */
    protected abstract Generator generator();

    @Test
    public void picturesHaveTheSizeWanted() throws ProviderException {
        for (List<Layer> layers : layerSets()) {
            for (ImageSize size : SIZES) {
                Raster picture = generator().generate(layers, size).picture();
                assertThat(picture.size()).as("%s at %s", layers, size).isEqualTo(size);
            }
        }
    }

    @Test
    public void theSameLayersGiveTheSamePictureOnOneThreadAndOnTwo() throws Exception {
        ImageSize size = new ImageSize(320, 240);
        for (List<Layer> layers : layerSets()) {
            Raster alone = generator().generate(layers, size).picture();
            assertThat(together(() -> generator().generate(layers, size).picture())).containsOnly(alone);
        }
    }

    private static List<Raster> together(Callable<Raster> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Raster> results = new ArrayList<>();
            for (Future<Raster> future : threads.invokeAll(List.of(task, task))) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private static List<List<Layer>> layerSets() {
        Layer prose = new Layer.Prose("A blue sky over a green field. A red barn on the left.");
        return List.of(
                List.of(prose),
                List.of(new Layer.Prose("")),
                List.of(new Layer.Prose("\u96EA \uD83C\uDFD4 ...;; \n\t")),
                List.of(new Layer.Keywords(List.of("blue", "sky", "red", "barn"))),
                List.of(new Layer.KeywordSet(List.of("blue", "sky", "red", "barn"))),
                List.of(tiny(1, 1, 63)),
                List.of(tiny(24, 16, 40)),
                List.of(tiny(192, 1, 0)),
                List.of(tiny(128, 192, 20)),
                List.of(prose, tiny(16, 16, 50)));
    }

    private static Layer.Picture tiny(int width, int height, int step) {
        byte[] rgb = new byte[3 * width * height];
        new SplittableRandom(width).nextBytes(rgb);
        return new Layer.Picture(Raster.wrap(new ImageSize(width, height), rgb), step);
    }
}
