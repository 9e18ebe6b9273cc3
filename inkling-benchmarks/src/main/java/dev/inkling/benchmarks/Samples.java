package dev.inkling.benchmarks;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Orientation;
import dev.inkling.image.PictureReader;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** What the benchmarks work on: the same words and pictures on every machine. */
final class Samples {
    /** About a million pixels, in the shape of the photograph. */
    static final ImageSize MEGAPIXEL = new ImageSize(1224, 816);

    private Samples() {}

    /** A photograph of 600x400 pixels. */
    static Raster photograph() throws IOException {
        try (InputStream in = Samples.class.getResourceAsStream("coffee.png")) {
            return new PictureReader(PictureReader.DEFAULT_MAX_PIXELS)
                    .read(ImageIO.createImageInputStream(in), Orientation.UPRIGHT)
                    .picture();
        }
    }

    /** The photograph with a million pixels. */
    static Raster megapixel() throws IOException {
        return Resampler.resize(photograph(), MEGAPIXEL, Kernel.LANCZOS);
    }

    /** What shrinking to a tenth leaves of {@link #megapixel}. */
    static Raster blurred() throws IOException {
        Raster tiny = Resampler.resize(photograph(), new ImageSize(120, 80), Kernel.LANCZOS);
        return Resampler.resize(tiny, MEGAPIXEL, Kernel.CUBIC);
    }

    /** The first words of a description, at most 120. */
    static String description(int words) throws IOException {
        return String.join(" ", first(words, "description.txt"));
    }

    /** The first of some distinct keywords, at most 40. */
    static List<String> keywords(int words) throws IOException {
        return first(words, "keywords.txt");
    }

    /** Speed counts only where the result is right. */
    static void requireEqual(Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException("expected " + expected + ", found " + found);
        }
    }

    private static List<String> first(int words, String resource) throws IOException {
        try (InputStream in = Samples.class.getResourceAsStream(resource)) {
            String[] all = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\\s+");
            if (all.length < words) {
                throw new IllegalArgumentException(resource + " has " + all.length + " words, not " + words);
            }
            return List.of(Arrays.copyOf(all, words));
        }
    }
}
