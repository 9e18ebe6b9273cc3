package dev.inkling.eval.metrics;

/**
 * One channel of a picture, in any unit. Not thread-safe.
 */
final class Plane {
    final int width;
    final int height;
    private final float[] values;

    Plane(int width, int height) {
        this.width = width;
        this.height = height;
        this.values = new float[Math.multiplyExact(width, height)];
    }

    float at(int x, int y) {
        return values[y * width + x];
    }

    void set(int x, int y, float value) {
        values[y * width + x] = value;
    }

    /** The nearest value that there is: beyond the border the last row or column goes on. */
    float nearest(int x, int y) {
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
                result.set(x, y, (float) (outer(1 + t) * nearest(left - 1, y) + inner(t) * nearest(left, y)
                        + inner(1 - t) * nearest(left + 1, y) + outer(2 - t) * nearest(left + 2, y)));
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

    /**
     * Filters along rows and then along columns with the same odd and symmetric kernel, with every rounding as OpenCV
     * does it on processors that multiply and add at once: where a picture is flat, what the filter leaves of it is
     * nothing but rounding, and some statistics count on which side of 0 it is.
     */
    Plane filtered(float[] kernel) {
        return filteredAcross(kernel).filteredDown(kernel);
    }

    private Plane filteredAcross(float[] kernel) {
        Plane result = new Plane(width, height);
        int radius = kernel.length / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int k = 0; k < kernel.length; k++) {
                    sum = Math.fma(kernel[k], nearest(x + k - radius, y), sum);
                }
                result.set(x, y, sum);
            }
        }
        return result;
    }

    private Plane filteredDown(float[] kernel) {
        Plane result = new Plane(width, height);
        int radius = kernel.length / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = kernel[radius] * at(x, y);
                for (int k = 1; k <= radius; k++) {
                    sum = Math.fma(kernel[radius + k], nearest(x, y + k) + nearest(x, y - k), sum);
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
