package dev.inkling;

import dev.inkling.image.ImageSize;
import java.util.BitSet;

/** The lines of a picture as a small picture of two levels. Immutable. */
public final class Sketch {
    /** Longest side, in pixels. */
    public static final int MAX_SIDE = 256;

    private final ImageSize size;
    private final BitSet lines;

    /**
     * @param size  its size; sides 1 to {@link #MAX_SIDE}
     * @param lines the pixels that lines go through, row by row; it is copied
     * @throws IllegalArgumentException when a side or a pixel is outside
     */
    public Sketch(ImageSize size, BitSet lines) {
        if (size.longSide() > MAX_SIDE) {
            throw new IllegalArgumentException("a sketch of " + size + "; sides are at most " + MAX_SIDE);
        }
        if (lines.length() > size.pixels()) {
            throw new IllegalArgumentException("pixel " + (lines.length() - 1) + " of a sketch of " + size);
        }
        this.size = size;
        this.lines = (BitSet) lines.clone();
    }

    public ImageSize size() {
        return size;
    }

    /** Whether a line goes through a pixel; none does outside. */
    public boolean isLine(int x, int y) {
        return x >= 0 && y >= 0 && x < size.width() && y < size.height() && lines.get(y * size.width() + x);
    }

    /** Number of pixels that lines go through. */
    public int lineCount() {
        return lines.cardinality();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch sketch && sketch.size.equals(size) && sketch.lines.equals(lines);
    }

    @Override
    public int hashCode() {
        return 31 * size.hashCode() + lines.hashCode();
    }

    @Override
    public String toString() {
        return "a sketch of " + size + " with " + lineCount() + " pixels of lines";
    }
}
