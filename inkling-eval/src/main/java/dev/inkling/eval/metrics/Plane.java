package dev.inkling.eval.metrics;

/**
 * One channel of a picture, row by row, in any unit.
 *
 * <p>Not a record: it holds an array.
 */
final class Plane {
    final int width;
    final int height;
    private final double[] values;

    Plane(int width, int height) {
        this.width = width;
        this.height = height;
        this.values = new double[Math.multiplyExact(width, height)];
    }

    double at(int x, int y) {
        return values[y * width + x];
    }

    void set(int x, int y, double value) {
        values[y * width + x] = value;
    }

    /** The nearest value that there is: beyond the border the last row or column goes on. */
    double nearest(int x, int y) {
        return at(Math.max(0, Math.min(width - 1, x)), Math.max(0, Math.min(height - 1, y)));
    }

    /**
     * Interpolates by cubic convolution (Keys 1981) with a = -0.75 and without a low-pass filter: what OpenCV's
     * {@code INTER_CUBIC} and PyTorch's {@code bicubic} do, whose results the models were trained on.
     */
    Plane resized(int newWidth, int newHeight) {
        return resizedAcross(newWidth).transposed().resizedAcross(newHeight).transposed();
    }

    private Plane resizedAcross(int newWidth) {
        Plane result = new Plane(newWidth, height);
        double ratio = (double) width / newWidth;
        for (int x = 0; x < newWidth; x++) {
            double place = (x + 0.5) * ratio - 0.5;
            int left = (int) Math.floor(place);
            double t = place - left;
            for (int y = 0; y < height; y++) {
                result.set(x, y, outer(1 + t) * nearest(left - 1, y) + inner(t) * nearest(left, y)
                        + inner(1 - t) * nearest(left + 1, y) + outer(2 - t) * nearest(left + 2, y));
            }
        }
        return result;
    }

    /** The kernel from 0 to 1. */
    private static double inner(double d) {
        return (1.25 * d - 2.25) * d * d + 1;
    }

    /** The kernel from 1 to 2. */
    private static double outer(double d) {
        return ((-0.75 * d + 3.75) * d - 6) * d + 3;
    }

    /** Filters along rows and columns with the same odd and symmetric kernel. */
    Plane filtered(double[] kernel) {
        return filteredAcross(kernel).transposed().filteredAcross(kernel).transposed();
    }

    private Plane filteredAcross(double[] kernel) {
        Plane result = new Plane(width, height);
        int radius = kernel.length / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int k = 0; k < kernel.length; k++) {
                    sum += kernel[k] * nearest(x + k - radius, y);
                }
                result.set(x, y, sum);
            }
        }
        return result;
    }

    private Plane transposed() {
        Plane result = new Plane(height, width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                result.set(y, x, at(x, y));
            }
        }
        return result;
    }
}
