package dev.inkling.classical;

import dev.inkling.image.Raster;

/**
 * Fine texture that stands in for the detail that a tiny picture has lost: noise smoothed by a Gaussian of one
 * pixel, the same for the same pixel on every machine. It is strong where the tiny picture is lively and faint
 * where it is smooth, because that is where the original's lost detail was.
 */
final class Grain {
    /** Gradient of the luma (levels a pixel) where grain has its nominal strength. */
    private static final float NOMINAL_GRADIENT = 3;

    private static final float FAINTEST = 0.3f;
    private static final float STRONGEST = 1.2f;
    private static final double SIZE = 1;
    /** Standard deviation of {@link #noise}. */
    private static final double NOISE_DEVIATION = 147.8;

    private final Plane strength;

    /**
     * @param tiny  what is enlarged
     * @param scale how many times it is enlarged along each side
     * @param level standard deviation at the nominal gradient, in luma levels
     */
    Grain(Raster tiny, double scale, double level) {
        Plane luma = Plane.luma(tiny);
        Plane gradient = new Plane(luma.width, luma.height);
        for (int y = 0; y < luma.height; y++) {
            for (int x = 0; x < luma.width; x++) {
                int row = luma.row(y);
                float dx = luma.values[row + Math.min(x + 1, luma.width - 1)] - luma.values[row + Math.max(x - 1, 0)];
                float dy = luma.values[luma.row(y + 1) + x] - luma.values[luma.row(y - 1) + x];
                gradient.values[row + x] = (float) (Math.sqrt(dx * dx + dy * dy) / 2 / scale);
            }
        }
        this.strength = gradient.smoothed(0.8);
        for (int i = 0; i < strength.values.length; i++) {
            float relative = strength.values[i] / NOMINAL_GRADIENT;
            strength.values[i] = (float) level * Math.max(FAINTEST, Math.min(STRONGEST, relative));
        }
    }

    /** Adds the grain to a plane, over which the strengths are stretched bilinearly. */
    void addTo(Plane plane) {
        Plane white = new Plane(plane.width, plane.height);
        for (int y = 0; y < plane.height; y++) {
            for (int x = 0; x < plane.width; x++) {
                white.values[y * plane.width + x] = noise(x, y);
            }
        }
        Plane soft = white.smoothed(SIZE);
        float unit = (float) (2 * SIZE * StrictMath.sqrt(StrictMath.PI) / NOISE_DEVIATION);
        float[] columns = new float[strength.width];
        for (int y = 0; y < plane.height; y++) {
            blendRows(position(y, plane.height, strength.height), columns);
            for (int x = 0; x < plane.width; x++) {
                float at = position(x, plane.width, strength.width);
                int left = (int) at;
                int right = Math.min(left + 1, strength.width - 1);
                float level = columns[left] + (at - left) * (columns[right] - columns[left]);
                plane.values[y * plane.width + x] += unit * level * soft.values[y * plane.width + x];
            }
        }
    }

    private void blendRows(float at, float[] columns) {
        int upper = strength.row((int) at);
        int lower = strength.row((int) at + 1);
        float part = at - (int) at;
        for (int x = 0; x < columns.length; x++) {
            columns[x] = strength.values[upper + x]
                    + part * (strength.values[lower + x] - strength.values[upper + x]);
        }
    }

    /** Where the centre of pixel {@code i} of {@code to} lies among {@code from} samples. */
    private static float position(int i, int to, int from) {
        return Math.max(0, Math.min(from - 1, (i + 0.5f) * from / to - 0.5f));
    }

    /**
     * About normal noise, mean 0, from -510 to 510: the sum of the four bytes of a hash of the place (the finaliser of
     * MurmurHash3, Appleby 2011).
     */
    static int noise(int x, int y) {
        int h = x * 0x9E3779B1 + y * 0x85EBCA77 + 0x27D4EB2F;
        h = (h ^ h >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        h ^= h >>> 16;
        return (h & 0xff) + (h >>> 8 & 0xff) + (h >>> 16 & 0xff) + (h >>> 24) - 510;
    }
}
