package dev.inkling.metrics;

import dev.inkling.image.Lab;
import dev.inkling.image.Raster;

/**
 * Mean CIEDE2000 colour difference over all pixels, of sRGB under D65 (CIE 142-2001; Sharma, Wu, Dalal 2005). Lower is
 * closer; 0 for equal pictures, about 100 between black and white; 1 is about what an eye can just tell apart.
 */
public final class ColorDifference {
    private ColorDifference() {}

    /** @throws IllegalArgumentException when the sizes differ */
    public static double of(Raster a, Raster b) {
        Ssim.requireSameSize(a, b, 1);
        double sum = 0;
        for (int y = 0; y < a.height(); y++) {
            for (int x = 0; x < a.width(); x++) {
                int rgbA = a.rgb(x, y);
                int rgbB = b.rgb(x, y);
                if (rgbA != rgbB) {
                    sum += Ciede2000.between(Lab.ofRgb(rgbA), Lab.ofRgb(rgbB));
                }
            }
        }
        return sum / a.size().pixels();
    }
}
