package dev.inkling.metrics;

import dev.inkling.image.Raster;

/**
 * Multi-scale structural similarity of the luma of two pictures: five scales, each the mean of 2x2 blocks of the one
 * before (Wang, Simoncelli, Bovik 2003). Higher is closer; 1 for equal pictures, at least 0.
 */
public final class MsSsim {
    /** Exponents of the scales, fine to coarse (Wang, Simoncelli, Bovik 2003, §3.2). */
    private static final double[] WEIGHTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};

    private static final int SHORTEST = Similarity.WINDOW << WEIGHTS.length - 1;

    private MsSsim() {}

    /** @throws IllegalArgumentException when the sizes differ or a side is shorter than 176 pixels */
    public static double of(Raster a, Raster b) {
        Ssim.requireSameSize(a, b, SHORTEST);
        Luma scaledA = Luma.of(a);
        Luma scaledB = Luma.of(b);
        double product = 1;
        for (int scale = 0; scale < WEIGHTS.length - 1; scale++) {
            product *= power(Similarity.between(scaledA, scaledB).structure(), WEIGHTS[scale]);
            scaledA = scaledA.halved();
            scaledB = scaledB.halved();
        }
        return product * power(Similarity.between(scaledA, scaledB).ssim(), WEIGHTS[WEIGHTS.length - 1]);
    }

    /** A negative similarity, which has no real power, counts as none. */
    private static double power(double similarity, double exponent) {
        return StrictMath.pow(Math.max(0, similarity), exponent);
    }
}
