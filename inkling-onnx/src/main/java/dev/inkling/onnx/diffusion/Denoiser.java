package dev.inkling.onnx.diffusion;

import dev.inkling.ProviderException;

/** Predicts what a noisy latent hides: a U-Net with its conditioning. */
@FunctionalInterface
interface Denoiser {
    /**
     * @param latent   of deviation 1
     * @param timestep how noisy it is
     * @return what the model was trained to {@linkplain Prediction predict}, as many values
     */
    float[] predict(float[] latent, double timestep) throws ProviderException;
}
