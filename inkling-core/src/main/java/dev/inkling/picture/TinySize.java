package dev.inkling.picture;

import dev.inkling.image.ImageSize;

/**
 * The sizes a tiny picture may have: the long side is a multiple of 8 from 16 to 192, the short side the multiple of 8
 * that comes nearest to the shape of the picture, so that it takes one small number to say which.
 */
public final class TinySize {
    /** Number of sizes for a picture. */
    public static final int COUNT = 23;

    private static final int GRID = 8;

    private TinySize() {}

    /** Index of the size whose long side is nearest. */
    public static int nearest(double longSide) {
        return (int) Math.max(0, Math.min(COUNT - 1, StrictMath.rint(longSide / GRID) - 2));
    }

    /**
     * @param picture size of the picture
     * @param index   0 (smallest) to 22
     */
    public static ImageSize of(ImageSize picture, int index) {
        if (index < 0 || index >= COUNT) {
            throw new IllegalArgumentException("size index " + index + " is outside 0 to " + (COUNT - 1));
        }
        int longSide = GRID * (index + 2);
        long shorter = Math.min(picture.width(), picture.height());
        long longer = picture.longSide();
        int shortSide = (int) Math.max(GRID, (2 * longSide * shorter + GRID * longer) / (2 * GRID * longer) * GRID);
        return picture.width() >= picture.height()
                ? new ImageSize(longSide, shortSide)
                : new ImageSize(shortSide, longSide);
    }
}
