package dev.inkling.image;

/**
 * How stored rows and columns lie in the picture that a viewer shows. The constants are in the order of the EXIF
 * values 1 to 8 (EXIF 2.32, tag 0x0112).
 */
public enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    FLIPPED(false, false, true),
    TRANSPOSED(true, false, false),
    QUARTER_RIGHT(true, false, true),
    TRANSVERSED(true, true, true),
    QUARTER_LEFT(true, true, false);

    private final boolean swapsSides;
    private final boolean flipsColumns;
    private final boolean flipsRows;

    /** Flips of the stored picture come first, then columns and rows change places. */
    Orientation(boolean swapsSides, boolean flipsColumns, boolean flipsRows) {
        this.swapsSides = swapsSides;
        this.flipsColumns = flipsColumns;
        this.flipsRows = flipsRows;
    }

    /** The orientation of an EXIF value; upright for one outside 1 to 8, as viewers do. */
    public static Orientation ofExif(int value) {
        return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
    }

    /** Size of the shown picture. */
    public ImageSize shown(ImageSize stored) {
        return swapsSides ? new ImageSize(stored.height(), stored.width()) : stored;
    }

    /** Index of a stored pixel in the shown picture, both counted row by row from the top left. */
    int shownIndex(int x, int y, ImageSize stored) {
        int column = flipsColumns ? stored.width() - 1 - x : x;
        int row = flipsRows ? stored.height() - 1 - y : y;
        return swapsSides ? column * stored.height() + row : row * stored.width() + column;
    }

    /** By how much {@link #shownIndex} grows from one stored column to the next. */
    int columnStep(ImageSize stored) {
        int step = swapsSides ? stored.height() : 1;
        return flipsColumns ? -step : step;
    }
}
