package dev.inkling.openai;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;

/** Brings pictures, which services make in sizes of their own, to the size of the file. */
final class Fit {
    private Fit() {}

    /** All of the picture, stretched: for pictures whose layout was given in that size. */
    static Raster stretched(Raster picture, ImageSize size) {
        return Resampler.resize(picture, size, Kernel.LANCZOS);
    }

    /** The middle of the picture in the shape wanted: for pictures from words alone. */
    static Raster cropped(Raster picture, ImageSize size) {
        int width = (int) Math.max(
                1, Math.min(picture.width(), Math.round((double) picture.height() * size.width() / size.height())));
        int height = (int) Math.max(
                1, Math.min(picture.height(), Math.round((double) picture.width() * size.height() / size.width())));
        return stretched(middle(picture, new ImageSize(width, height)), size);
    }

    private static Raster middle(Raster picture, ImageSize part) {
        if (picture.size().equals(part)) {
            return picture;
        }
        int left = (picture.width() - part.width()) / 2;
        int top = (picture.height() - part.height()) / 2;
        byte[] row = new byte[3 * picture.width()];
        byte[] rgb = new byte[Raster.byteCount(part)];
        for (int y = 0; y < part.height(); y++) {
            picture.copyRow(top + y, row);
            System.arraycopy(row, 3 * left, rgb, 3 * y * part.width(), 3 * part.width());
        }
        return Raster.wrap(part, rgb);
    }
}
