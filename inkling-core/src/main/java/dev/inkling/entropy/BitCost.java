package dev.inkling.entropy;

/** Ideal code lengths of bits, for an encoder's decisions. */
public final class BitCost {
    /** Costs are in units of 1/{@value} bit. */
    public static final int UNIT = 1024;

    private static final int[] COST = new int[4097];

    static {
        for (int i = 1; i <= 4096; i++) {
            COST[i] = 12 * UNIT - log2(i);
        }
        COST[0] = COST[1] + UNIT;
    }

    private BitCost() {}

    /** Cost of an event whose probability is {@code p} in units of 2^-16. */
    public static int of(int p) {
        return COST[p >> 4];
    }

    /** Base-2 logarithm of 1 to 4096 in units of 1/1024, by repeated squaring. */
    private static int log2(int value) {
        int whole = 31 - Integer.numberOfLeadingZeros(value);
        long mantissa = (long) value << 30 - whole;
        int fraction = 0;
        for (int bit = UNIT / 2; bit > 0; bit >>= 1) {
            mantissa = mantissa * mantissa >> 30;
            if (mantissa >= 1L << 31) {
                mantissa >>= 1;
                fraction |= bit;
            }
        }
        return whole * UNIT + fraction;
    }
}
