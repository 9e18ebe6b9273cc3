package dev.inkling;

import dev.inkling.image.Raster;

/** Says what is in a picture. Thread-safe. */
@FunctionalInterface
public interface Describer {
    /**
     * @param picture  the picture, any size
     * @param maxWords most words wanted, at least 1; a describer may say less
     * @return one line of text without a trailing line break, never empty
     * @throws ProviderException when the model or service behind it fails
     */
    String describe(Raster picture, int maxWords) throws ProviderException;
}
