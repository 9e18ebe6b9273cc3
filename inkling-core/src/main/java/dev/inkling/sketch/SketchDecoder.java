package dev.inkling.sketch;

import dev.inkling.MalformedBitstreamException;
import dev.inkling.Sketch;
import dev.inkling.entropy.BitCoder;
import dev.inkling.entropy.RangeDecoder;
import dev.inkling.image.ImageSize;

/** Reads a sketch layer. Integers only. */
public final class SketchDecoder {
    private SketchDecoder() {}

    /**
     * Reads a sketch.
     *
     * @param picture size of the picture that it is of
     * @throws MalformedBitstreamException when the message ends too early
     */
    public static Sketch decode(RangeDecoder in, ImageSize picture) throws MalformedBitstreamException {
        int sizeIndex = in.decodeUniform(SketchSize.COUNT);
        return SketchSyntax.code(
                BitCoder.decoding(in), SketchModels.trained(), SketchSize.of(picture, sizeIndex), sizeIndex, null);
    }
}
