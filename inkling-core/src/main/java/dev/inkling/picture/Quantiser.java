package dev.inkling.picture;

/** Uniform quantisation with 64 step sizes, each 2^(1/12) larger than the one before: 9 to 341 8-bit steps. */
final class Quantiser {
    /** Number of step indices. */
    static final int STEPS = 64;

    /** Largest magnitude of a level. */
    static final int MAX_LEVEL = 4095;

    /** 2^(k / 12) with 10 fractional bits. */
    private static final int[] TWELFTHS = {1024, 1085, 1149, 1218, 1290, 1367, 1448, 1534, 1625, 1722, 1825, 1933};

    private static final int FINEST = 9 * ColourTransform.UNIT;

    private Quantiser() {}

    /** Step size in plane units of a step index of 0 (finest) to 63. */
    static int stepSize(int index) {
        return FINEST * TWELFTHS[index % 12] >> 10 - index / 12;
    }

    /** Coefficient in plane units that stands for a level. Small levels lie a little towards zero, as the mean of what they stand for does. */
    static int dequantise(int level, int stepSize) {
        int magnitude = Math.abs(level);
        int value = (magnitude * 64 - (magnitude == 1 ? 2 : 3)) * stepSize + 32 >> 6;
        return level > 0 ? value : level < 0 ? -value : 0;
    }
}
