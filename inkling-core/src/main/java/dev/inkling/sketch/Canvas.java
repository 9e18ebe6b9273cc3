package dev.inkling.sketch;

import dev.inkling.Sketch;
import dev.inkling.image.ImageSize;
import java.util.BitSet;

/** A sketch that comes into being row by row, for looking at what is around a pixel. Outside of it there are no lines. */
final class Canvas {
    /** Pixels beyond each side that may be asked for. */
    static final int MARGIN = 16;

    private final ImageSize size;
    private final long[][] rows;
    private int count;

    Canvas(ImageSize size) {
        this.size = size;
        this.rows = new long[size.height() + MARGIN][(size.width() + 2 * MARGIN) / Long.SIZE + 2];
    }

    ImageSize size() {
        return size;
    }

    /** Number of pixels that lines go through so far. */
    int count() {
        return count;
    }

    void set(int x, int y) {
        int bit = x + MARGIN;
        rows[y + MARGIN][bit / Long.SIZE] |= 1L << bit % Long.SIZE;
        count++;
    }

    void clear(int x, int y) {
        int bit = x + MARGIN;
        rows[y + MARGIN][bit / Long.SIZE] &= ~(1L << bit % Long.SIZE);
        count--;
    }

    /**
     * Neighbours in a row: bit {@code i} is pixel {@code (x + i, y)}.
     *
     * @param x     from -{@link #MARGIN} on
     * @param y     from -{@link #MARGIN} on
     * @param width how many, 1 to 63
     */
    long window(int x, int y, int width) {
        long[] row = rows[y + MARGIN];
        int bit = x + MARGIN;
        int word = bit / Long.SIZE;
        int shift = bit % Long.SIZE;
        long bits = row[word] >>> shift;
        if (shift > 0) {
            bits |= row[word + 1] << Long.SIZE - shift;
        }
        return bits & (1L << width) - 1;
    }

    Sketch sketch() {
        BitSet lines = new BitSet();
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                lines.set(y * size.width() + x, window(x, y, 1) != 0);
            }
        }
        return new Sketch(size, lines);
    }
}
