package dev.inkling.onnx.diffusion;

import java.util.ArrayList;
import java.util.List;

/** The steps of {@link Sampler#DDIM}: the predicted clean latent with the predicted noise, less of it at each step. */
final class DdimSteps {
    private DdimSteps() {}

    static List<SamplingStep> of(SchedulerConfig config, int count) {
        NoiseSchedule schedule = config.schedule();
        int stride = schedule.timesteps() / count;
        List<SamplingStep> steps = new ArrayList<>();
        for (double timestep : config.spacing().timesteps(schedule.timesteps(), count, config.offset())) {
            int from = (int) Math.rint(timestep);
            double share = schedule.share(from);
            steps.add(step(from, share, from >= stride ? schedule.share(from - stride) : config.lastShare()));
        }
        return steps;
    }

    /** The noise is what of the latent is not the clean one: {@code (x - sqrt(a) clean) / sqrt(1 - a)}. */
    private static SamplingStep step(int timestep, double share, double next) {
        double signal = StrictMath.sqrt(share);
        double noise = StrictMath.sqrt(1 - share);
        double keep = StrictMath.sqrt(1 - next) / noise;
        return new SamplingStep(timestep, signal, noise, keep, StrictMath.sqrt(next) - keep * signal, 0);
    }
}
