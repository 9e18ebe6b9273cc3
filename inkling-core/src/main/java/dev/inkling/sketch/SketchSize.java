package dev.inkling.sketch;

import dev.inkling.image.ImageSize;

/** The sizes that a sketch may have: so many pixels on the long side, and the shape of the picture. */
public final class SketchSize {
    private static final int[] LONG_SIDES = {64, 80, 96, 112, 128, 160, 192, 224, 256};

    /** Number of sizes for a picture. */
    public static final int COUNT = LONG_SIDES.length;

    private SketchSize() {}

    /**
     * @param picture size of the picture
     * @param index   0 (smallest) to {@link #COUNT} - 1
     */
    public static ImageSize of(ImageSize picture, int index) {
        long longSide = LONG_SIDES[index];
        long longer = picture.longSide();
        long shorter = Math.min(picture.width(), picture.height());
        int shortSide = (int) Math.max(1, (2 * longSide * shorter + longer) / (2 * longer));
        return picture.width() >= picture.height()
                ? new ImageSize((int) longSide, shortSide)
                : new ImageSize(shortSide, (int) longSide);
    }
}
