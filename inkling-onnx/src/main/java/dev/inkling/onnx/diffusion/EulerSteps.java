package dev.inkling.onnx.diffusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The steps of {@link Sampler#EULER} and {@link Sampler#EULER_ANCESTRAL}: latents are the clean one plus noise of
 * deviation sigma, and sigma falls to 0.
 */
final class EulerSteps {
    /** How the sigmas of Karras et al. (2022, equation 5) are spread. */
    private static final double RHO = 7;

    private EulerSteps() {}

    /** @param ancestral whether each step takes out more noise than it should and adds fresh noise instead */
    static List<SamplingStep> of(SchedulerConfig config, int count, boolean ancestral) {
        NoiseSchedule schedule = config.schedule();
        double[] timesteps = config.spacing().timesteps(schedule.timesteps(), count, config.offset());
        double[] sigmas = Arrays.stream(timesteps).map(schedule::sigma).toArray();
        if (config.karras() && count > 1) {
            sigmas = karras(sigmas);
            timesteps = Arrays.stream(sigmas).map(schedule::timestep).toArray();
        }
        List<SamplingStep> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double next = i + 1 < count ? sigmas[i + 1] : 0;
            steps.add(step(timesteps[i], sigmas[i], next, ancestral ? fresh(sigmas[i], next) : 0));
        }
        return steps;
    }

    /** So much fresh noise that the step with it ends at the right sigma. */
    private static double fresh(double from, double to) {
        return to * StrictMath.sqrt(Math.max(0, from * from - to * to)) / from;
    }

    private static SamplingStep step(double timestep, double from, double to, double fresh) {
        double keep = StrictMath.sqrt(Math.max(0, to * to - fresh * fresh)) / from;
        return new SamplingStep(timestep, 1, from, keep, 1 - keep, fresh);
    }

    /** As many sigmas between the same ends, closer together where there is little noise. */
    private static double[] karras(double[] sigmas) {
        double[] spread = new double[sigmas.length];
        double from = StrictMath.pow(sigmas[0], 1 / RHO);
        double to = StrictMath.pow(sigmas[sigmas.length - 1], 1 / RHO);
        for (int i = 0; i < spread.length; i++) {
            spread[i] = StrictMath.pow(from + (to - from) * i / (spread.length - 1), RHO);
        }
        return spread;
    }
}
