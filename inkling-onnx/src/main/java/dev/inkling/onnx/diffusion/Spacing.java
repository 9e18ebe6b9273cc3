package dev.inkling.onnx.diffusion;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Which of the trained timesteps are sampled (Lin et al. 2024, table 2). */
enum Spacing {
    /** From the first timestep on; the last ones may be missing. */
    LEADING {
        @Override
        double[] timesteps(int trained, int steps, int offset) {
            int stride = trained / steps;
            return down(steps).mapToDouble(i -> (double) i * stride + offset).toArray();
        }
    },
    /** From the last timestep back; the first ones may be missing. */
    TRAILING {
        @Override
        double[] timesteps(int trained, int steps, int offset) {
            double stride = (double) trained / steps;
            return IntStream.range(0, steps).mapToDouble(i -> Math.rint(trained - i * stride) - 1).toArray();
        }
    },
    /** Both ends and equal distances, so that timesteps need not be integers; a single one is the last. */
    LINSPACE {
        @Override
        double[] timesteps(int trained, int steps, int offset) {
            double last = trained - 1;
            return steps == 1
                    ? DoubleStream.of(last).toArray()
                    : down(steps).mapToDouble(i -> i * last / (steps - 1)).toArray();
        }
    };

    /**
     * The timesteps from noise to picture.
     *
     * @param trained how many the model was trained on
     * @param steps   how many are wanted, at most half of them
     * @param offset  what {@link #LEADING} adds
     */
    abstract double[] timesteps(int trained, int steps, int offset);

    private static IntStream down(int steps) {
        return IntStream.range(0, steps).map(i -> steps - 1 - i);
    }
}
