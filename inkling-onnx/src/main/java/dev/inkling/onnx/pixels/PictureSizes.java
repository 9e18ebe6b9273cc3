package dev.inkling.onnx.pixels;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;

/** Sizes as networks want them. */
public final class PictureSizes {
    private PictureSizes() {}

    /**
     * Resizes a picture so that its shorter side has a length; the longer one is rounded down, as torchvision's
     * {@code Resize} does.
     */
    public static Raster withShorterSide(Raster picture, int length, PillowResampler.Kernel kernel) {
        long width = picture.width();
        long height = picture.height();
        ImageSize size = width < height
                ? new ImageSize(length, (int) (length * height / width))
                : new ImageSize((int) (length * width / height), length);
        return PillowResampler.resize(picture, size, kernel);
    }

    /** The square in the middle, as wide and high as the shorter side. */
    public static Raster centreSquare(Raster picture) {
        int side = Math.min(picture.width(), picture.height());
        return centre(picture, new ImageSize(side, side));
    }

    /** The middle of a picture; halves of a pixel are rounded to even, as torchvision does. */
    public static Raster centre(Raster picture, ImageSize size) {
        int left = (int) Math.rint((picture.width() - size.width()) / 2.0);
        int top = (int) Math.rint((picture.height() - size.height()) / 2.0);
        byte[] rgb = new byte[Raster.byteCount(size)];
        byte[] row = new byte[3 * picture.width()];
        for (int y = 0; y < size.height(); y++) {
            picture.copyRow(top + y, row);
            System.arraycopy(row, 3 * left, rgb, 3 * size.width() * y, 3 * size.width());
        }
        return Raster.wrap(size, rgb);
    }
}
