package dev.inkling.image;

/**
 * Width and height of a picture in pixels, each 1 to 65,535.
 *
 * @param width  columns
 * @param height rows
 */
public record ImageSize(int width, int height) {
    /** Longest side of a picture. */
    public static final int MAX_SIDE = 65_535;

    public ImageSize {
        if (width < 1 || width > MAX_SIDE || height < 1 || height > MAX_SIDE) {
            throw new IllegalArgumentException(
                    "size " + width + "x" + height + " is outside 1x1 to " + MAX_SIDE + "x" + MAX_SIDE);
        }
    }

    /** Number of pixels. */
    public long pixels() {
        return (long) width * height;
    }

    public int longSide() {
        return Math.max(width, height);
    }

    /**
     * The size of the same shape whose long side is {@code longSide}, the short one rounded to the nearest pixel, at
     * least 1. Integer arithmetic: an encoder and a decoder agree on it.
     */
    public ImageSize scaledTo(int longSide) {
        int shortSide = (int) Math.max(
                1, (2L * longSide * Math.min(width, height) + longSide()) / (2L * longSide()));
        return width >= height ? new ImageSize(longSide, shortSide) : new ImageSize(shortSide, longSide);
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
