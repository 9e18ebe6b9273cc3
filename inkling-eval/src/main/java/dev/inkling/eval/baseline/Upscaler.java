package dev.inkling.eval.baseline;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.io.IOException;

/** Enlarges a thumbnail. Thread-safe. */
@FunctionalInterface
public interface Upscaler {
    /** A picture of exactly this size. */
    Raster upscale(Raster thumbnail, ImageSize size) throws IOException;
}
