package dev.inkling.onnx.diffusion;

import dev.inkling.onnx.Tensor;

/**
 * The shape of a latent, {@code 1 x channels x height x width}.
 *
 * @param channels 1 or more
 * @param height   1 or more
 * @param width    1 or more
 */
record LatentShape(int channels, int height, int width) {
    /** Number of values. */
    int count() {
        return channels * height * width;
    }

    /** The values as a network takes them, not copied. */
    Tensor tensor(float[] latent) {
        return Tensor.ofFloats(latent, 1, channels, height, width);
    }
}
