package dev.inkling;

import dev.inkling.image.ImageSize;
import java.util.BitSet;
import java.util.SplittableRandom;

/** Sketches for tests. */
public final class TestSketches {
    private TestSketches() {}

    /** Circles of one pixel's width, cut off by the border. */
    public static Sketch curves(ImageSize size, int count) {
        BitSet lines = new BitSet();
        for (int k = 0; k < count; k++) {
            double radius = size.longSide() * (k + 2) / 10.0;
            for (int i = 0; i < 2000; i++) {
                double angle = StrictMath.PI * i / 1000;
                int x = (int) StrictMath.rint(size.width() * 0.4 + radius * StrictMath.cos(angle));
                int y = (int) StrictMath.rint(size.height() * 0.6 + radius * StrictMath.sin(angle));
                if (x >= 0 && y >= 0 && x < size.width() && y < size.height()) {
                    lines.set(y * size.width() + x);
                }
            }
        }
        return new Sketch(size, lines);
    }

    /** A fifth of the pixels. */
    public static BitSet noise(int pixels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BitSet lines = new BitSet();
        for (int i = 0; i < pixels; i++) {
            lines.set(i, random.nextInt(5) == 0);
        }
        return lines;
    }
}
