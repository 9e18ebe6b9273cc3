package dev.inkling.onnx.diffusion;

import org.jspecify.annotations.Nullable;

/**
 * How pictures are made.
 *
 * @param steps    how many there are from pure noise on, 1 to {@link #MOST_STEPS}; null for 4 with distilled models,
 *                 else 25
 * @param guidance how strongly the conditioning is followed, 0 to {@link #MOST_GUIDANCE}; 1 and less follow it as it is
 *                 and take half the time; null for what the model is usually run with
 * @param strength how much of a tiny picture to begin from gives way to noise, more than 0 and at most 1, which is all
 *                 of it; null for {@link #USUAL_STRENGTH}, or where there is a vector too {@link #VECTOR_STRENGTH}
 * @param colours  how strongly the colours of a tiny picture are held on to at each step, 0 (not) to 1; null for 0, or
 *                 where there is a vector too {@link #VECTOR_COLOURS}
 * @param negative what is not wanted, where guidance is more than 1; empty for nothing said
 * @param seed     of the noise; another seed is another picture
 */
public record DiffusionSettings(
        @Nullable Integer steps, @Nullable Double guidance, @Nullable Double strength, @Nullable Double colours,
        String negative, long seed) {
    /** Most steps. */
    public static final int MOST_STEPS = 200;

    /** Most guidance. */
    public static final double MOST_GUIDANCE = 50;

    /** A tiny picture says where things are. */
    public static final double USUAL_STRENGTH = 0.5;

    /** A colour map beside a vector says little of where things are. */
    public static final double VECTOR_STRENGTH = 0.9;

    /** It says what colours they have. */
    public static final double VECTOR_COLOURS = 0.5;

    /** What a user gets who asks for nothing. */
    public static final DiffusionSettings DEFAULT = new DiffusionSettings(null, null, null, null, "", 0);

    private static final int DISTILLED_STEPS = 4;
    private static final int USUAL_STEPS = 25;

    public DiffusionSettings {
        if (steps != null && (steps < 1 || steps > MOST_STEPS)) {
            throw new IllegalArgumentException(steps + " steps");
        }
        if (guidance != null && !(guidance >= 0 && guidance <= MOST_GUIDANCE)) {
            throw new IllegalArgumentException("guidance of " + guidance);
        }
        if (strength != null && !(strength > 0 && strength <= 1)) {
            throw new IllegalArgumentException("strength of " + strength);
        }
        if (colours != null && !(colours >= 0 && colours <= 1)) {
            throw new IllegalArgumentException("colours of " + colours);
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

    double strength(boolean hasVector) {
        if (strength != null) {
            return strength;
        }
        return hasVector ? VECTOR_STRENGTH : USUAL_STRENGTH;
    }

    double colours(boolean hasVector) {
        if (colours != null) {
            return colours;
        }
        return hasVector ? VECTOR_COLOURS : 0;
    }

    /** All of it, for those that remember what they made. */
    @Override
    public String toString() {
        return "steps=" + text(steps) + " guidance=" + text(guidance) + " strength=" + text(strength) + " colours="
                + text(colours) + " negative='" + negative + "' seed=" + seed;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "default" : value.toString();
    }
}
