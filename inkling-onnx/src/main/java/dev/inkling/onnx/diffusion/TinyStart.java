package dev.inkling.onnx.diffusion;

import dev.inkling.Layer;
import dev.inkling.image.ImageSize;
import java.util.function.UnaryOperator;

/**
 * What a tiny picture does for a picture that is made of noise.
 *
 * @param latent of the tiny picture, enlarged
 * @param tiny   size of the tiny picture
 */
record TinyStart(float[] latent, ImageSize tiny) {
    /** More cells than these would be shapes, not colours. */
    private static final int MOST_CELLS = 16;

    static TinyStart of(Layer.Picture picture, float[] latent) {
        return new TinyStart(latent, picture.tiny().size());
    }

    /** Keeps the colours of the tiny picture. */
    UnaryOperator<float[]> guide(LatentShape shape, double weight) {
        if (weight == 0) {
            return UnaryOperator.identity();
        }
        return new ColourGuide(
                shape, latent, cells(tiny.width(), shape.width()), cells(tiny.height(), shape.height()), weight);
    }

    private static int cells(int tiny, int latents) {
        return Math.min(MOST_CELLS, Math.min(tiny, latents));
    }
}
