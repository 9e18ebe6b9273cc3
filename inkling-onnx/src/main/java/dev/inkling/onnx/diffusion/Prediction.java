package dev.inkling.onnx.diffusion;

/** What a U-Net was trained to predict. */
enum Prediction {
    /** The noise in the latent: {@code epsilon}. */
    NOISE,

    /** {@code signal * noise - noise level * clean latent} (Salimans, Ho 2022): {@code v_prediction}. */
    VELOCITY
}
