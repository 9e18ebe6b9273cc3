package dev.inkling.metrics;

import dev.inkling.image.Raster;

/** Peak signal-to-noise ratio over the three sRGB channels together. Higher is closer. */
public final class Psnr {
    private Psnr() {}

    /**
     * @return decibels, at least 0; infinity for equal pictures
     * @throws IllegalArgumentException when the sizes differ
     */
    public static double of(Raster a, Raster b) {
        long error = squaredError(a, b);
        return 10 * StrictMath.log10(255.0 * 255.0 * 3 * a.size().pixels() / error);
    }

    /** Sum of the squared differences of all samples. */
    public static long squaredError(Raster a, Raster b) {
        if (!a.size().equals(b.size())) {
            throw new IllegalArgumentException("sizes " + a.size() + " and " + b.size() + " differ");
        }
        byte[] rowA = new byte[3 * a.width()];
        byte[] rowB = new byte[3 * a.width()];
        long sum = 0;
        for (int y = 0; y < a.height(); y++) {
            a.copyRow(y, rowA);
            b.copyRow(y, rowB);
            for (int i = 0; i < rowA.length; i++) {
                int difference = (rowA[i] & 0xff) - (rowB[i] & 0xff);
                sum += difference * difference;
            }
        }
        return sum;
    }
}
