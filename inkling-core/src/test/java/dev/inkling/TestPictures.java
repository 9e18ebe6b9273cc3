package dev.inkling;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;

/** Pictures made by integer arithmetic alone, the same on every machine. */
public final class TestPictures {
    private TestPictures() {}

    /** One colour, {@code 0xRRGGBB}. */
    public static Raster flat(ImageSize size, int rgb) {
        return paint(size, (x, y) -> rgb);
    }

    /** Red grows to the right, green downwards, blue to the left. */
    public static Raster gradient(ImageSize size) {
        int right = Math.max(1, size.width() - 1);
        int bottom = Math.max(1, size.height() - 1);
        return paint(size, (x, y) -> 255 * x / right << 16 | 255 * y / bottom << 8 | 255 - 255 * x / right);
    }

    /** Every sample is random. */
    public static Raster noise(ImageSize size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return paint(size, (x, y) -> random.nextInt(1 << 24));
    }

    /** A sky, a hill, a house with a window, and some grain: what a photograph has, without one. */
    public static Raster scene(ImageSize size) {
        int w = size.width();
        int h = size.height();
        SplittableRandom random = new SplittableRandom(7);
        return paint(size, (x, y) -> {
            int grain = random.nextInt(9) - 4;
            int u = 256 * x / w;
            int v = 256 * y / h;
            boolean house = u > 90 && u < 150 && v > 100 && v < 180;
            boolean window = u > 110 && u < 130 && v > 120 && v < 145;
            boolean hill = v > 150 + (u - 128) * (u - 128) / 256;
            if (window) {
                return grey(30 + grain);
            }
            if (house) {
                return colour(190 + grain, 80 + grain, 60 + grain);
            }
            return hill ? colour(60 + grain, 120 + v / 8 + grain, 50) : colour(120 + v / 3, 160 + v / 4, 235 + grain);
        });
    }

    private static int grey(int value) {
        return colour(value, value, value);
    }

    private static int colour(int red, int green, int blue) {
        return clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
    }

    private static int clamp(int value) {
        return Math.max(0, Math.min(255, value));
    }

    private static Raster paint(ImageSize size, IntBinaryOperator colour) {
        byte[] rgb = new byte[Raster.byteCount(size)];
        for (int y = 0, i = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int value = colour.applyAsInt(x, y);
                rgb[i++] = (byte) (value >> 16);
                rgb[i++] = (byte) (value >> 8);
                rgb[i++] = (byte) value;
            }
        }
        return Raster.wrap(size, rgb);
    }
}
