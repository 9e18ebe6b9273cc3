package dev.inkling.eval.metrics;

import dev.inkling.image.Raster;

/**
 * The 36 features of BRISQUE: at two scales, the shape and the variance of the locally normalised luminance, and the
 * shape, mean, left and right variance of its products with four neighbours (Mittal, Moorthy, Bovik 2012, §III). In
 * 32-bit floats, as OpenCV computes them.
 */
final class BrisqueFeatures {
    static final int COUNT = 36;

    /** Columns and rows to the neighbours: right, below, below right, above right. */
    private static final int[][] NEIGHBOURS = {{1, 0}, {0, 1}, {1, 1}, {1, -1}};

    /** One level of an 8-bit sample. */
    private static final float UNIT = (float) (1 / 255.0);

    /** Seven values of a Gaussian with a standard deviation of 7/6. */
    private static final float[] WINDOW = window();

    private final double[] features = new double[COUNT];
    private int count;

    private BrisqueFeatures() {}

    /** @throws IllegalArgumentException when the picture is too small, or has no texture */
    static double[] of(Raster picture) {
        if (Math.min(picture.width(), picture.height()) < 4) {
            throw new IllegalArgumentException(
                    "size " + picture.size() + " is too small: the shorter side must have at least 4 pixels");
        }
        BrisqueFeatures all = new BrisqueFeatures();
        Plane grey = grey(picture);
        all.addScale(grey);
        all.addScale(grey.resized(grey.width / 2, grey.height / 2));
        return all.features;
    }

    private static float[] window() {
        double[] weights = new double[7];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double d = (i - 3) / (7.0 / 6);
            weights[i] = Math.exp(-d * d / 2);
            sum += weights[i];
        }
        float[] window = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            window[i] = (float) (weights[i] / sum);
        }
        return window;
    }

    /** 0 to 1, from 8-bit grey as OpenCV rounds it: weights of ITU-R BT.601 in units of 1/32768. */
    private static Plane grey(Raster picture) {
        Plane plane = new Plane(picture.width(), picture.height());
        for (int y = 0; y < plane.height; y++) {
            for (int x = 0; x < plane.width; x++) {
                int rgb = picture.rgb(x, y);
                int sum = 9798 * (rgb >> 16 & 0xff) + 19235 * (rgb >> 8 & 0xff) + 3735 * (rgb & 0xff);
                plane.set(x, y, (sum + (1 << 14) >> 15) * UNIT);
            }
        }
        return plane;
    }

    private void addScale(Plane grey) {
        Plane normalised = normalised(grey);
        AsymmetricGaussian all = AsymmetricGaussian.fit(normalised);
        add(all.shape());
        add((all.leftVariance() + all.rightVariance()) / 2);
        for (int[] step : NEIGHBOURS) {
            AsymmetricGaussian pairs = AsymmetricGaussian.fit(products(normalised, step[0], step[1]));
            add(pairs.shape());
            add(pairs.mean());
            add(pairs.leftVariance());
            add(pairs.rightVariance());
        }
    }

    private void add(double feature) {
        features[count++] = feature;
    }

    /** Each value less the mean around it, over the standard deviation around it and one level. */
    private static Plane normalised(Plane grey) {
        Plane mean = grey.filtered(WINDOW);
        Plane meanOfSquares = squared(grey).filtered(WINDOW);
        Plane result = new Plane(grey.width, grey.height);
        for (int y = 0; y < grey.height; y++) {
            for (int x = 0; x < grey.width; x++) {
                float variance = meanOfSquares.at(x, y) - mean.at(x, y) * mean.at(x, y);
                // Rounding can make it negative; such a value is no number in the reference, which drops it.
                if (variance >= 0) {
                    float deviation = (float) Math.sqrt(variance);
                    result.set(x, y, (grey.at(x, y) - mean.at(x, y)) / (deviation + UNIT));
                }
            }
        }
        return result;
    }

    private static Plane squared(Plane plane) {
        Plane result = new Plane(plane.width, plane.height);
        for (int y = 0; y < plane.height; y++) {
            for (int x = 0; x < plane.width; x++) {
                result.set(x, y, plane.at(x, y) * plane.at(x, y));
            }
        }
        return result;
    }

    /** Each value times its neighbour; 0 where there is none. */
    private static Plane products(Plane plane, int stepX, int stepY) {
        Plane result = new Plane(plane.width, plane.height);
        for (int y = Math.max(0, -stepY); y < plane.height - Math.max(0, stepY); y++) {
            for (int x = 0; x < plane.width - stepX; x++) {
                result.set(x, y, plane.at(x, y) * plane.at(x + stepX, y + stepY));
            }
        }
        return result;
    }
}
