package dev.inkling.onnx.diffusion;

import java.util.ArrayList;
import java.util.List;

/**
 * The steps of {@link Sampler#LCM}: each predicts the clean latent from wherever it is, and all but the last add fresh
 * noise to it.
 */
final class LcmSteps {
    /** Deviation of data, which the boundary condition of consistency models (Song et al. 2023) is stated with. */
    private static final double DATA_DEVIATION = 0.5;

    private LcmSteps() {}

    static List<SamplingStep> of(SchedulerConfig config, int count, double strength) {
        int[] timesteps = timesteps(config, count, strength);
        List<SamplingStep> steps = new ArrayList<>();
        for (int i = 0; i < timesteps.length; i++) {
            steps.add(step(config, timesteps[i], i + 1 < timesteps.length
                    ? config.schedule().share(timesteps[i + 1])
                    : 1));
        }
        return steps;
    }

    /** From the timesteps that the model was distilled on, evenly. */
    private static int[] timesteps(SchedulerConfig config, int count, double strength) {
        int stride = config.schedule().timesteps() / config.originalSteps();
        int distilled = Math.max(1, (int) (config.originalSteps() * strength));
        int[] timesteps = new int[Math.min(count, distilled)];
        for (int i = 0; i < timesteps.length; i++) {
            timesteps[i] = (distilled - (int) ((long) i * distilled / timesteps.length)) * stride - 1;
        }
        return timesteps;
    }

    private static SamplingStep step(SchedulerConfig config, int timestep, double next) {
        double share = config.schedule().share(timestep);
        double scaled = timestep * config.timestepScaling();
        double total = StrictMath.hypot(scaled, DATA_DEVIATION);
        double ofLatent = DATA_DEVIATION * DATA_DEVIATION / (total * total);
        double ofClean = scaled / total;
        double signal = StrictMath.sqrt(next);
        return new SamplingStep(
                timestep, StrictMath.sqrt(share), StrictMath.sqrt(1 - share), signal * ofLatent, signal * ofClean,
                StrictMath.sqrt(1 - next));
    }
}
