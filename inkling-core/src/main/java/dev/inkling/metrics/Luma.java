package dev.inkling.metrics;

import dev.inkling.image.Raster;

/** The luma of a picture, 0 to 255 and not rounded: 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601). */
final class Luma {
    final int width;
    final int height;
    private final float[] values;

    private Luma(int width, int height, float[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    static Luma of(Raster picture) {
        int width = picture.width();
        float[] values = new float[Math.toIntExact(picture.size().pixels())];
        byte[] row = new byte[3 * width];
        for (int y = 0; y < picture.height(); y++) {
            picture.copyRow(y, row);
            for (int x = 0; x < width; x++) {
                values[y * width + x] = 0.299f * (row[3 * x] & 0xff)
                        + 0.587f * (row[3 * x + 1] & 0xff)
                        + 0.114f * (row[3 * x + 2] & 0xff);
            }
        }
        return new Luma(width, picture.height(), values);
    }

    float at(int x, int y) {
        return values[y * width + x];
    }

    /** The picture at half the size: means of blocks of 2x2; an odd last row or column is left out. */
    Luma halved() {
        Luma half = new Luma(width / 2, height / 2, new float[(width / 2) * (height / 2)]);
        for (int y = 0; y < half.height; y++) {
            for (int x = 0; x < half.width; x++) {
                half.values[y * half.width + x] = 0.25f
                        * (at(2 * x, 2 * y) + at(2 * x + 1, 2 * y) + at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1));
            }
        }
        return half;
    }
}
