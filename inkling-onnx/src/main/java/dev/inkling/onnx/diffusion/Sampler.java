package dev.inkling.onnx.diffusion;

import java.util.List;

/** How a noisy latent is brought to a clean one, a few steps at a time. */
enum Sampler {
    /** Denoising diffusion implicit models (Song, Meng, Ermon 2021) without noise of their own. */
    DDIM {
        @Override
        List<SamplingStep> steps(SchedulerConfig config, int count, double strength) {
            return fromNoise(DdimSteps.of(config, count), strength);
        }
    },
    /** Euler's method on the probability flow (Karras et al. 2022, without churn). */
    EULER {
        @Override
        List<SamplingStep> steps(SchedulerConfig config, int count, double strength) {
            return fromNoise(EulerSteps.of(config, count, false), strength);
        }
    },
    /** Euler's method with fresh noise at every step. */
    EULER_ANCESTRAL {
        @Override
        List<SamplingStep> steps(SchedulerConfig config, int count, double strength) {
            return fromNoise(EulerSteps.of(config, count, true), strength);
        }
    },
    /** Multistep sampling of a latent consistency model (Luo et al. 2023). */
    LCM {
        @Override
        List<SamplingStep> steps(SchedulerConfig config, int count, double strength) {
            return LcmSteps.of(config, count, strength);
        }
    };

    /** See {@link SchedulerConfig#steps}. */
    abstract List<SamplingStep> steps(SchedulerConfig config, int count, double strength);

    private static List<SamplingStep> fromNoise(List<SamplingStep> steps, double strength) {
        int kept = Math.max(1, (int) (steps.size() * strength));
        return steps.subList(steps.size() - kept, steps.size());
    }
}
