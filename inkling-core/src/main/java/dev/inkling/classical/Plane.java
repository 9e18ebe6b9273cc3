package dev.inkling.classical;

import dev.inkling.image.Raster;

/** One channel of a picture, row by row, not rounded; 0 to 255 for luma. Beyond its edges it repeats its border. */
final class Plane {
    final int width;
    final int height;
    final float[] values;

    Plane(int width, int height) {
        this.width = width;
        this.height = height;
        this.values = new float[width * height];
    }

    /** The luma of a picture, 0 to 255 (ITU-R BT.601 weights). */
    static Plane luma(Raster picture) {
        Plane luma = new Plane(picture.width(), picture.height());
        byte[] row = new byte[3 * luma.width];
        for (int y = 0; y < luma.height; y++) {
            picture.copyRow(y, row);
            for (int x = 0; x < luma.width; x++) {
                luma.values[y * luma.width + x] = 0.299f * (row[3 * x] & 0xff)
                        + 0.587f * (row[3 * x + 1] & 0xff)
                        + 0.114f * (row[3 * x + 2] & 0xff);
            }
        }
        return luma;
    }

    /** Where row {@code y}, or the nearest that exists, begins. */
    int row(int y) {
        return Math.max(0, Math.min(height - 1, y)) * width;
    }

    /**
     * The plane smoothed by a Gaussian, cut off at three standard deviations.
     *
     * @param sigma standard deviation in pixels
     */
    Plane smoothed(double sigma) {
        float[] weights = gauss(sigma);
        return smoothedAlongRows(weights).smoothedAlongColumns(weights);
    }

    /** The half of a sampled Gaussian from its middle outwards; the whole has the sum 1. */
    private static float[] gauss(double sigma) {
        int radius = (int) StrictMath.ceil(3 * sigma);
        double[] raw = new double[radius + 1];
        double sum = 0;
        for (int i = 0; i <= radius; i++) {
            raw[i] = StrictMath.exp(-i * i / (2 * sigma * sigma));
            sum += i == 0 ? raw[i] : 2 * raw[i];
        }
        float[] weights = new float[raw.length];
        for (int i = 0; i <= radius; i++) {
            weights[i] = (float) (raw[i] / sum);
        }
        return weights;
    }

    private Plane smoothedAlongRows(float[] weights) {
        Plane out = new Plane(width, height);
        int radius = weights.length - 1;
        float[] padded = new float[width + 2 * radius];
        float[] sum = new float[width];
        for (int y = 0; y < height; y++) {
            int row = y * width;
            System.arraycopy(values, row, padded, radius, width);
            for (int k = 0; k < radius; k++) {
                padded[k] = values[row];
                padded[radius + width + k] = values[row + width - 1];
            }
            for (int x = 0; x < width; x++) {
                sum[x] = weights[0] * padded[x + radius];
            }
            for (int k = 1; k <= radius; k++) {
                addPair(padded, radius - k, padded, radius + k, weights[k], sum);
            }
            System.arraycopy(sum, 0, out.values, row, width);
        }
        return out;
    }

    private Plane smoothedAlongColumns(float[] weights) {
        Plane out = new Plane(width, height);
        float[] sum = new float[width];
        for (int y = 0; y < height; y++) {
            int row = y * width;
            for (int x = 0; x < width; x++) {
                sum[x] = weights[0] * values[row + x];
            }
            for (int k = 1; k < weights.length; k++) {
                addPair(values, row(y - k), values, row(y + k), weights[k], sum);
            }
            System.arraycopy(sum, 0, out.values, row, width);
        }
        return out;
    }

    private static void addPair(float[] a, int startA, float[] b, int startB, float weight, float[] sum) {
        for (int x = 0; x < sum.length; x++) {
            sum[x] += weight * (a[startA + x] + b[startB + x]);
        }
    }
}
