package dev.inkling.picture;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.util.Arrays;

/**
 * The tiny picture while it is coded: three planes, padded to whole 8x8 blocks, and what is known of each 4x4 cell for
 * use as context. Not thread-safe.
 */
final class Frame {
    static final int COMPONENTS = 3;

    /** Bounds of a plane sample: somewhat wider than any picture needs. */
    private static final int LOWEST = -4096;

    private static final int HIGHEST = 8191;

    final ImageSize size;
    final int width;
    final int height;
    final int[][] planes;

    /** Number of cells in a row. */
    final int cells;

    /** For each cell: prediction mode, or -1 when not decoded yet. */
    final byte[] mode;

    /** For each cell: log2 of the side of its block. */
    final byte[] log;

    /** For each component and cell: activity of its block (see {@link CoefficientSyntax#activity}). */
    final byte[][] activity;

    Frame(ImageSize size) {
        this.size = size;
        width = size.width() + 7 & ~7;
        height = size.height() + 7 & ~7;
        planes = new int[COMPONENTS][width * height];
        cells = width / 4;
        int count = cells * (height / 4);
        mode = new byte[count];
        Arrays.fill(mode, (byte) -1);
        log = new byte[count];
        activity = new byte[COMPONENTS][count];
    }

    /** Whether the sample is inside the frame and decoded. */
    boolean isKnown(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && mode[(y >> 2) * cells + (x >> 2)] >= 0;
    }

    /** Cell that holds a sample, or -1 when outside or not decoded. */
    int cellAt(int x, int y) {
        return isKnown(x, y) ? (y >> 2) * cells + (x >> 2) : -1;
    }

    /** Sets a value for all cells of a block. */
    void mark(byte[] map, int x, int y, int side, int value) {
        for (int cy = y >> 2; cy < y + side >> 2; cy++) {
            for (int cx = x >> 2; cx < x + side >> 2; cx++) {
                map[cy * cells + cx] = (byte) value;
            }
        }
    }

    /** Adds residuals to a prediction and stores the block. */
    void store(int component, int x, int y, int side, int[] prediction, int[] residual) {
        int[] plane = planes[component];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int i = row * side + column;
                int value = prediction[i] + residual[i];
                plane[(y + row) * width + x + column] = Math.max(LOWEST, Math.min(HIGHEST, value));
            }
        }
    }

    /** Makes a region unknown again, as it is before its blocks are coded. */
    void forget(int x, int y, int side) {
        for (int cy = y >> 2; cy < Math.min(height, y + side) >> 2; cy++) {
            Arrays.fill(mode, cy * cells + (x >> 2), cy * cells + (Math.min(width, x + side) >> 2), (byte) -1);
        }
    }

    /** The finished picture: the planes filtered and turned to sRGB. */
    Raster finish(int stepSize) {
        return ColourTransform.inverse(new Restoration(this, stepSize).apply(), width, size);
    }
}
