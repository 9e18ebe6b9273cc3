package dev.inkling.sketch;

import dev.inkling.MalformedBitstreamException;
import dev.inkling.Sketch;
import dev.inkling.entropy.BitCoder;
import dev.inkling.entropy.RangeEncoder;

/** Writes a sketch layer. Integers only. */
public final class SketchEncoder {
    private SketchEncoder() {}

    /**
     * Writes a sketch.
     *
     * @param sizeIndex which of {@link SketchSize} it has
     */
    public static void encode(Sketch sketch, int sizeIndex, RangeEncoder out) {
        try {
            out.encodeUniform(sizeIndex, SketchSize.COUNT);
            SketchSyntax.code(BitCoder.encoding(out), SketchModels.trained(), sketch.size(), sizeIndex, sketch);
        } catch (MalformedBitstreamException e) {
            throw new AssertionError("only a decoder meets malformed data", e);
        }
    }
}
