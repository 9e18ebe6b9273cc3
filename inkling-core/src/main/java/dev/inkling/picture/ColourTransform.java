package dev.inkling.picture;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;

/**
 * An orthonormal colour transform in integers: luma {@code (R+G+B)/sqrt 3}, then {@code (R-B)/sqrt 2} and
 * {@code (R-2G+B)/sqrt 6}. Being orthonormal it makes a squared error of the planes a squared error of the picture.
 * Plane samples are in units of 1/16 of an 8-bit step.
 */
final class ColourTransform {
    /** One 8-bit step of a plane. */
    static final int UNIT = 16;

    /** Luma of mid-grey, where no neighbour predicts better: 128 times the square root of 3. */
    static final int MID_LUMA = 3547;

    // 16 / sqrt 3, 16 / sqrt 2 and 16 / sqrt 6 with 12 fractional bits.
    private static final int THIRD = 37837;
    private static final int HALF = 46341;
    private static final int SIXTH = 26755;

    private ColourTransform() {}

    /** Fills the top left of three planes of row length {@code stride} and repeats the last column and row to fill them. */
    static void forward(Raster picture, int stride, int[][] planes) {
        int width = picture.width();
        int height = picture.height();
        int rows = planes[0].length / stride;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < stride; x++) {
                int rgb = picture.rgb(Math.min(x, width - 1), Math.min(y, height - 1));
                int r = rgb >> 16;
                int g = rgb >> 8 & 0xff;
                int b = rgb & 0xff;
                int i = y * stride + x;
                planes[0][i] = round12(THIRD * (r + g + b));
                planes[1][i] = round12(HALF * (r - b));
                planes[2][i] = round12(SIXTH * (r - 2 * g + b));
            }
        }
    }

    private static int round12(int value) {
        return value + 2048 >> 12;
    }

    /** The picture in the top left of three planes. */
    static Raster inverse(int[][] planes, int stride, ImageSize size) {
        byte[] rgb = new byte[Raster.byteCount(size)];
        int out = 0;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int i = y * stride + x;
                // The filter before may leave samples that no encoder makes; their products need more than 32 bits.
                long luma = (long) THIRD * planes[0][i];
                long redBlue = (long) HALF * planes[1][i];
                long green = (long) SIXTH * planes[2][i];
                rgb[out++] = sample(luma + redBlue + green);
                rgb[out++] = sample(luma - 2 * green);
                rgb[out++] = sample(luma - redBlue + green);
            }
        }
        return Raster.wrap(size, rgb);
    }

    /** Rounds a value with 20 fractional bits (12 of the factor, twice 4 of the unit) to a sample. */
    private static byte sample(long value) {
        return (byte) Math.max(0, Math.min(255, value + (1 << 19) >> 20));
    }
}
