package dev.inkling.onnx.diffusion;

import dev.inkling.ProviderException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** From noise to a clean latent, step by step. Not thread-safe: its noise goes on. */
final class Sampling {
    private final SchedulerConfig config;
    private final List<SamplingStep> steps;
    private final GaussianNoise noises;
    private final UnaryOperator<float[]> guide;
    private final DiffusionListener listener;

    /**
     * @param steps    those of the configuration
     * @param seed     of all noise
     * @param guide    changes each predicted clean latent
     * @param listener hears of each step
     */
    Sampling(
            SchedulerConfig config, List<SamplingStep> steps, long seed, UnaryOperator<float[]> guide,
            DiffusionListener listener) {
        this.config = config;
        this.steps = steps;
        this.noises = new GaussianNoise(seed);
        this.guide = guide;
        this.listener = listener;
    }

    /**
     * A clean latent.
     *
     * @param start the clean latent to begin from with noise added; null to begin from noise alone
     * @param count how many values it has
     */
    float[] run(float @Nullable [] start, int count, Denoiser denoiser) throws ProviderException {
        SamplingStep first = steps.get(0);
        float[] draw = noises.draw(count);
        float[] latent = start == null ? scaled(draw, config.startScale(first)) : first.noised(start, draw);
        for (int i = 0; i < steps.size(); i++) {
            SamplingStep step = steps.get(i);
            float[] output = denoiser.predict(step.input(latent), step.timestep());
            latent = step.next(latent, guide.apply(step.clean(latent, output, config.prediction())), noises);
            listener.step(i + 1, steps.size());
        }
        return latent;
    }

    private static float[] scaled(float[] values, double factor) {
        float[] scaled = new float[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (factor * values[i]);
        }
        return scaled;
    }
}
