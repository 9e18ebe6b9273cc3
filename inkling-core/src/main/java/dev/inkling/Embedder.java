package dev.inkling;

import dev.inkling.image.Raster;

/** Makes of a picture the vector that stands for what is in it. Thread-safe. */
@FunctionalInterface
public interface Embedder {
    /**
     * @param picture the picture, any size
     * @return its embedding, always of the same dimension
     * @throws ProviderException when the model behind it fails
     */
    Embedding embed(Raster picture) throws ProviderException;
}
