package dev.inkling.onnx.diffusion;

import org.jspecify.annotations.Nullable;

/**
 * How pictures are made.
 *
 * @param steps    how many there are from pure noise on, 1 to {@link #MOST_STEPS}; null for 4 with distilled models, else 25
 * @param guidance how strongly the conditioning is followed, 0 to {@link #MOST_GUIDANCE}; 1 and less follow it as it is and
 *                 take half the time; null for what the model is usually run with
 * @param strength how much of a picture to begin from gives way to noise, more than 0 and at most 1, which is all of it
 * @param negative what is not wanted, where guidance is more than 1; empty for nothing said
 * @param seed     of the noise; another seed is another picture
 */
public record DiffusionSettings(
        @Nullable Integer steps, @Nullable Double guidance, double strength, String negative, long seed) {
    /** Most steps. */
    public static final int MOST_STEPS = 200;

    /** Most guidance. */
    public static final double MOST_GUIDANCE = 50;

    /** What a user gets who asks for nothing. */
    public static final DiffusionSettings DEFAULT = new DiffusionSettings(null, null, 0.5, "", 0);

    private static final int DISTILLED_STEPS = 4;
    private static final int USUAL_STEPS = 25;

    public DiffusionSettings {
        if (steps != null && (steps < 1 || steps > MOST_STEPS)) {
            throw new IllegalArgumentException(steps + " steps");
        }
        if (guidance != null && !(guidance >= 0 && guidance <= MOST_GUIDANCE)) {
            throw new IllegalArgumentException("guidance of " + guidance);
        }
        if (!(strength > 0 && strength <= 1)) {
            throw new IllegalArgumentException("strength of " + strength);
        }
    }

    /** The number of steps for a model. */
    int steps(boolean distilled) {
        if (steps != null) {
            return steps;
        }
        return distilled ? DISTILLED_STEPS : USUAL_STEPS;
    }

    double guidance(double usual) {
        return guidance == null ? usual : guidance;
    }

    /** All of it, for those that remember what they made. */
    @Override
    public String toString() {
        return "steps=" + (steps == null ? "default" : steps) + " guidance=" + (guidance == null ? "default" : guidance)
                + " strength=" + strength + " negative='" + negative + "' seed=" + seed;
    }
}
