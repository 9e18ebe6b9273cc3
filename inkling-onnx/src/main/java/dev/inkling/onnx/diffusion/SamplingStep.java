package dev.inkling.onnx.diffusion;

/**
 * One step from a noisy latent to a less noisy one. All samplers are linear in latent, prediction and noise, so that a
 * step is its coefficients.
 *
 * @param timestep what the U-Net is told
 * @param signal   how much of the clean latent is in the latent before the step
 * @param noise    how much noise of deviation 1 is in it, more than 0
 * @param keep     how much of the latent goes over into the next one
 * @param clean    how much of the predicted clean latent goes into it
 * @param fresh    how much new noise of deviation 1 goes into it
 */
record SamplingStep(double timestep, double signal, double noise, double keep, double clean, double fresh) {
    /** What the latent is multiplied by so that its deviation is 1, as the U-Net expects it. */
    double inputScale() {
        return 1 / StrictMath.hypot(signal, noise);
    }

    /** A clean latent brought to where this step begins. */
    float[] noised(float[] clean, float[] draw) {
        return sum(signal, clean, noise, draw);
    }

    /** The latent as the U-Net takes it. */
    float[] input(float[] latent) {
        return sum(inputScale(), latent, 0, latent);
    }

    /** The clean latent that the U-Net's output predicts. */
    float[] clean(float[] latent, float[] output, Prediction prediction) {
        double scale = inputScale();
        return switch (prediction) {
            case NOISE -> sum(1 / signal, latent, -noise / signal, output);
            case VELOCITY -> sum(signal * scale * scale, latent, -noise * scale, output);
        };
    }

    /**
     * The latent after the step.
     *
     * @param predicted the clean latent that was predicted
     * @param noises    where fresh noise comes from, when there is to be any
     */
    float[] next(float[] latent, float[] predicted, GaussianNoise noises) {
        float[] moved = sum(keep, latent, clean, predicted);
        return fresh == 0 ? moved : sum(1, moved, fresh, noises.draw(latent.length));
    }

    private static float[] sum(double a, float[] x, double b, float[] y) {
        float[] sum = new float[x.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (a * x[i] + b * y[i]);
        }
        return sum;
    }
}
