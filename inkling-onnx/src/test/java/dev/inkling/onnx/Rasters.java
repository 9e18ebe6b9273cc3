package dev.inkling.onnx;

import dev.inkling.image.Raster;

/** Compares pictures, for the tests of this package. */
final class Rasters {
    private Rasters() {}

    /** How far two samples at one place are apart at most. */
    static int largestDifference(Raster one, Raster other) {
        int largest = 0;
        for (int y = 0; y < one.height(); y++) {
            for (int x = 0; x < one.width(); x++) {
                for (int channel = 0; channel < 3; channel++) {
                    largest = Math.max(
                            largest, Math.abs(one.sample(x, y, channel) - other.sample(x, y, channel)));
                }
            }
        }
        return largest;
    }
}
