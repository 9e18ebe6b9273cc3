package dev.inkling.metrics;

import dev.inkling.image.ImageSize;

/** Bits of a whole file per pixel of the source picture. Lower is smaller. */
public final class Rate {
    private Rate() {}

    /**
     * The rate in bits per pixel (bpp).
     *
     * @param bytes length of the whole file
     * @param size  size of the source picture
     */
    public static double bpp(long bytes, ImageSize size) {
        return 8.0 * bytes / size.pixels();
    }

    /** The rate in millionths of a bit per pixel (µbpp). */
    public static double microBpp(long bytes, ImageSize size) {
        return 1e6 * bpp(bytes, size);
    }
}
