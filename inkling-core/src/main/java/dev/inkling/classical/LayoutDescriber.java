package dev.inkling.classical;

import dev.inkling.Describer;
import dev.inkling.image.Raster;

/**
 * Describes the layout of a picture without any network: its main areas with their colours, sizes and places, and how
 * light, detailed and contrasty it is as a whole. It names no objects. The sentences follow the grammar in
 * {@code docs/describer.md}. Immutable and thread-safe; the same picture gives the same text on every machine.
 */
public final class LayoutDescriber implements Describer {
    /** A describer without settings. */
    public LayoutDescriber() {}

    @Override
    public String describe(Raster picture, int maxWords) {
        return SceneDescriber.describe(picture, Scene.UNKNOWN, maxWords);
    }
}
