package dev.inkling.eval.metrics;

import dev.inkling.ProviderException;
import dev.inkling.image.Raster;

/** Makes a vector of a picture whose content it stands for. Thread-safe. Closed by whoever made it. */
public interface Embedder extends AutoCloseable {
    /** The embedding; always of the same length, at least 1. */
    float[] embed(Raster picture) throws ProviderException;

    /** File name and SHA-256 of the model behind it. */
    String model();

    @Override
    void close();
}
