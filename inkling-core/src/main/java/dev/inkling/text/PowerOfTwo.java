package dev.inkling.text;

/** 2^x with integers only. */
final class PowerOfTwo {
    /** Fractional bits of a power. */
    static final int BITS = 30;
    /** 1, as an exponent. */
    static final int ONE = 1 << 12;
    /** Exponents up to this one give 0. */
    static final int LEAST = -31 * ONE;

    /** 2^(1/2), 2^(1/4), 2^(1/8), ... in units of 2^-30. */
    private static final long[] ROOTS = {
        1518500250, 1276901417, 1170923762, 1121280436, 1097253708, 1085434106,
        1079572136, 1076653033, 1075196443, 1074468888, 1074105294, 1073923544
    };
    /** 2^(k / 4096) in units of 2^-30. */
    private static final int[] POWERS = new int[ONE];

    static {
        for (int k = 0; k < ONE; k++) {
            long power = 1 << 30;
            for (int i = 0; i < ROOTS.length; i++) {
                if ((k >> ROOTS.length - 1 - i & 1) == 1) {
                    power = power * ROOTS[i] + (1 << 29) >> 30;
                }
            }
            POWERS[k] = (int) power;
        }
    }

    private PowerOfTwo() {}

    /**
     * 2^x in units of 2^-30, rounded down.
     *
     * @param x exponent in units of 1/4096, at most 0
     */
    static int of(int x) {
        if (x <= LEAST) {
            return 0;
        }
        return POWERS[x & ONE - 1] >> -(x >> 12);
    }
}
