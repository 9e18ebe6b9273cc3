package dev.inkling.metrics;

import dev.inkling.image.Raster;

/**
 * Structural similarity of the luma of two pictures (Wang, Bovik, Sheikh, Simoncelli 2004). Higher is closer; 1 for
 * equal pictures, at least -1.
 */
public final class Ssim {
    private Ssim() {}

    /** @throws IllegalArgumentException when the sizes differ or a side is shorter than 11 pixels */
    public static double of(Raster a, Raster b) {
        requireSameSize(a, b, Similarity.WINDOW);
        return Similarity.between(Luma.of(a), Luma.of(b)).ssim();
    }

    static void requireSameSize(Raster a, Raster b, int shortest) {
        if (!a.size().equals(b.size())) {
            throw new IllegalArgumentException("sizes " + a.size() + " and " + b.size() + " differ");
        }
        if (Math.min(a.width(), a.height()) < shortest) {
            throw new IllegalArgumentException(
                    "size " + a.size() + " is too small: the shorter side must have at least " + shortest + " pixels");
        }
    }
}
