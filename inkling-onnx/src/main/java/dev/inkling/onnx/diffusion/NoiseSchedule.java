package dev.inkling.onnx.diffusion;

import java.util.function.IntToDoubleFunction;

/**
 * How much of a latent is left at each timestep a model was trained on (Ho, Jain, Abbeel 2020): at timestep {@code t}
 * it is {@code sqrt(a) clean + sqrt(1 - a) noise}, {@code a} being {@link #share share(t)}. Immutable.
 */
final class NoiseSchedule {
    /** Keeps the last timesteps of the cosine schedule from being noise alone (Nichol, Dhariwal 2021). */
    private static final double LARGEST_COSINE_BETA = 0.999;

    private final double[] shares;

    private NoiseSchedule(int timesteps, IntToDoubleFunction betas) {
        this.shares = new double[timesteps];
        double share = 1;
        for (int t = 0; t < timesteps; t++) {
            share *= 1 - betas.applyAsDouble(t);
            shares[t] = share;
        }
    }

    /** Betas at even distances from the first to the last. */
    static NoiseSchedule linear(int timesteps, double first, double last) {
        return new NoiseSchedule(timesteps, t -> first + (last - first) * t / (timesteps - 1));
    }

    /** The roots of the betas are at even distances, as in latent diffusion. */
    static NoiseSchedule scaledLinear(int timesteps, double first, double last) {
        double from = StrictMath.sqrt(first);
        double to = StrictMath.sqrt(last);
        return new NoiseSchedule(timesteps, t -> {
            double root = from + (to - from) * t / (timesteps - 1);
            return root * root;
        });
    }

    /** Shares that fall as a squared cosine. */
    static NoiseSchedule cosine(int timesteps) {
        return new NoiseSchedule(timesteps, t -> Math.min(
                LARGEST_COSINE_BETA, 1 - squaredCosine(t + 1, timesteps) / squaredCosine(t, timesteps)));
    }

    private static double squaredCosine(int t, int timesteps) {
        double cosine = StrictMath.cos(((double) t / timesteps + 0.008) / 1.008 * Math.PI / 2);
        return cosine * cosine;
    }

    /** Number of timesteps. */
    int timesteps() {
        return shares.length;
    }

    /** Share of the clean latent's energy, 1 (clean) to 0 (noise). */
    double share(int timestep) {
        return shares[timestep];
    }

    /** Noise over clean latent, interpolated where the timestep is no integer. */
    double sigma(double timestep) {
        int below = Math.min((int) timestep, shares.length - 2);
        double part = timestep - below;
        return (1 - part) * sigma(below) + part * sigma(below + 1);
    }

    private double sigma(int timestep) {
        return StrictMath.sqrt((1 - shares[timestep]) / shares[timestep]);
    }

    /** The timestep of a sigma, its logarithm interpolated; the first or last timestep beyond the ends. */
    double timestep(double sigma) {
        int below = 0;
        while (below < shares.length - 2 && sigma(below + 1) <= sigma) {
            below++;
        }
        double low = StrictMath.log(sigma(below));
        double high = StrictMath.log(sigma(below + 1));
        return below + Math.max(0, Math.min(1, (StrictMath.log(sigma) - low) / (high - low)));
    }
}
