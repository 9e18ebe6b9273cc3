package dev.inkling.picture;

import dev.inkling.Layer;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.BitCoder;
import dev.inkling.entropy.RangeDecoder;
import dev.inkling.image.ImageSize;
import java.util.concurrent.CompletableFuture;

/** Decodes tiny pictures. Stateless. */
public final class PictureDecoder {
    private PictureDecoder() {}

    /** Begins to load the trained models beside whatever else goes on. */
    public static void preload() {
        CompletableFuture.runAsync(PictureModels::load);
    }

    /**
     * Decodes what {@link PictureEncoder} coded.
     *
     * @param size size of the tiny picture, both sides 1 to 192
     * @throws MalformedBitstreamException when the data is damaged
     */
    public static Layer.Picture decode(RangeDecoder in, ImageSize size) throws MalformedBitstreamException {
        BitCoder coder = BitCoder.decoding(in);
        PictureModels models = PictureModels.trained();
        int step = BlockSyntax.step(coder, models, 0);
        Frame frame = new Frame(size);
        BlockCoder blocks = new BlockCoder(models, frame, step);
        int side = 1 << BlockCoder.LARGEST;
        for (int y = 0; y < frame.height; y += side) {
            for (int x = 0; x < frame.width; x += side) {
                blocks.code(coder, new Block(), x, y, BlockCoder.LARGEST);
            }
        }
        return new Layer.Picture(frame.finish(Quantiser.stepSize(step)), step);
    }
}
