package dev.inkling;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;

/** Finds the edges of a picture. Thread-safe. */
@FunctionalInterface
public interface EdgeDetector {
    /**
     * @param picture the picture, any size
     * @param size    size of the map wanted, of about the same shape
     * @return a map of exactly that size; ridges of it are edges
     * @throws ProviderException when the model behind it fails
     */
    EdgeMap detect(Raster picture, ImageSize size) throws ProviderException;
}
