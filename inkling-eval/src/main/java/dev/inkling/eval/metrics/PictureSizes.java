package dev.inkling.eval.metrics;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;

/** Sizes as networks want them. */
final class PictureSizes {
    private PictureSizes() {}

    static void requireSame(Raster a, Raster b) {
        if (!a.size().equals(b.size())) {
            throw new IllegalArgumentException("sizes " + a.size() + " and " + b.size() + " differ");
        }
    }

    /**
     * Resizes a picture so that its shorter side has a length; the longer one is rounded down, as torchvision's
     * {@code Resize} does.
     */
    static Raster withShorterSide(Raster picture, int length, PillowResampler.Kernel kernel) {
        long width = picture.width();
        long height = picture.height();
        ImageSize size = width < height
                ? new ImageSize(length, (int) (length * height / width))
                : new ImageSize((int) (length * width / height), length);
        return PillowResampler.resize(picture, size, kernel);
    }

    /** The square in the middle, as wide and high as the shorter side; rounds halves to even, as torchvision does. */
    static Raster centreSquare(Raster picture) {
        int side = Math.min(picture.width(), picture.height());
        int left = (int) Math.rint((picture.width() - side) / 2.0);
        int top = (int) Math.rint((picture.height() - side) / 2.0);
        byte[] rgb = new byte[3 * side * side];
        byte[] row = new byte[3 * picture.width()];
        for (int y = 0; y < side; y++) {
            picture.copyRow(top + y, row);
            System.arraycopy(row, 3 * left, rgb, 3 * side * y, 3 * side);
        }
        return Raster.wrap(new ImageSize(side, side), rgb);
    }
}
