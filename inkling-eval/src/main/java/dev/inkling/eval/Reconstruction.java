package dev.inkling.eval;

import dev.inkling.image.Raster;

/**
 * What a decoder made of a file.
 *
 * @param picture of the size of the source
 * @param text    the words that the file holds; empty when it holds none
 */
public record Reconstruction(Raster picture, String text) {
    /** A picture from a file without words. */
    public static Reconstruction of(Raster picture) {
        return new Reconstruction(picture, "");
    }
}
