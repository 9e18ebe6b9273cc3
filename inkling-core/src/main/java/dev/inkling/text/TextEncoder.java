package dev.inkling.text;

import dev.inkling.Layer;
import dev.inkling.entropy.RangeEncoder;

/** Codes a text layer. Stateless. */
public final class TextEncoder {
    private TextEncoder() {}

    /**
     * Codes a text layer, its end included.
     *
     * @param layer a {@link Layer.Prose} or {@link Layer.Keywords}
     */
    public static void encode(Layer layer, RangeEncoder out) {
        throw new UnsupportedOperationException("not yet");
    }
}
