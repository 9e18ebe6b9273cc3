package dev.inkling.onnx.diffusion;

/**
 * Standard Gaussian noise from a seed, the same on every machine. Not thread-safe: each draw goes on where the last
 * ended.
 *
 * <p>With {@code mix(z)} the last steps of SplitMix64 (Steele, Lea and Flood 2014) and {@code g = 0x9E3779B97F4A7C15},
 * draw {@code d = 1, 2, ...} has the key {@code k = mix(seed + d g)}. Its values {@code 2 i} and {@code 2 i + 1} are
 * {@code r cos(a)} and {@code r sin(a)} (Box and Muller 1958) with {@code r = sqrt(-2 ln u)} and {@code a = 2 pi v},
 * where {@code u} is the upper 53 bits of {@code mix(k + (2 i + 1) g)} plus one, and {@code v} those of {@code mix(k +
 * (2 i + 2) g)}, both in units of 2^-53. {@link StrictMath} gives the same logarithms and sines everywhere.
 */
final class GaussianNoise {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;

    private final long seed;
    private long draws;

    GaussianNoise(long seed) {
        this.seed = seed;
    }

    /** The next draw. */
    float[] draw(int count) {
        draws++;
        long key = mix(seed + draws * GAMMA);
        float[] noise = new float[count];
        for (int i = 0; i < count; i += 2) {
            key += GAMMA;
            double radius = StrictMath.sqrt(-2 * StrictMath.log(((mix(key) >>> 11) + 1) * UNIT));
            key += GAMMA;
            double angle = 2 * Math.PI * ((mix(key) >>> 11) * UNIT);
            noise[i] = (float) (radius * StrictMath.cos(angle));
            if (i + 1 < count) {
                noise[i + 1] = (float) (radius * StrictMath.sin(angle));
            }
        }
        return noise;
    }

    private static long mix(long state) {
        long z = state;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
