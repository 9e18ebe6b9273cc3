package dev.inkling.picture;

import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.BitCoder;
import dev.inkling.entropy.RangeEncoder;
import dev.inkling.image.Raster;

/** Codes tiny pictures. Stateless. */
public final class PictureEncoder {
    /** Number of quantiser steps; 0 is the finest. */
    public static final int STEPS = Quantiser.STEPS;

    /** Lambda in squared quantiser steps a bit: what trials on the training pictures found best. */
    static final double LAMBDA = 0.1;

    /** Number of thrift settings. */
    public static final int THRIFTS = 2;

    /** Factor on lambda of a thrifty encoder, which saves about as much as half a quantiser step. */
    private static final double THRIFTY = 1.3;

    private PictureEncoder() {}

    /**
     * Codes a tiny picture. Its size is not coded.
     *
     * @param tiny both sides 1 to 192
     * @param step   quantiser step, 0 to 63
     * @param thrift 1 to spend a little less than at 0
     * @return the picture as it will be decoded
     */
    public static Raster encode(Raster tiny, int step, int thrift, RangeEncoder out) {
        Frame frame = encode(tiny, step, out, PictureModels.trained(), thrift == 0 ? LAMBDA : THRIFTY * LAMBDA);
        return frame.finish(Quantiser.stepSize(step));
    }

    /** As above, with models that learn; returns the finished frame. */
    static Frame encode(Raster tiny, int step, RangeEncoder out, PictureModels models, double lambdaFactor) {
        Frame frame = new Frame(tiny.size());
        int[][] source = new int[Frame.COMPONENTS][frame.width * frame.height];
        ColourTransform.forward(tiny, frame.width, source);
        double stepSize = Quantiser.stepSize(step);
        BlockSearch search = new BlockSearch(models, frame, source, step, lambdaFactor * stepSize * stepSize);
        BlockCoder blocks = new BlockCoder(models, frame, step);
        BitCoder coder = BitCoder.encoding(out);
        try {
            BlockSyntax.step(coder, models, step);
            int side = 1 << BlockCoder.LARGEST;
            for (int y = 0; y < frame.height; y += side) {
                for (int x = 0; x < frame.width; x += side) {
                    Block block = new Block();
                    search.search(block, x, y, BlockCoder.LARGEST);
                    frame.forget(x, y, side);
                    blocks.code(coder, block, x, y, BlockCoder.LARGEST);
                }
            }
        } catch (MalformedBitstreamException e) {
            throw new AssertionError("only a decoder meets malformed data", e);
        }
        return frame;
    }
}
