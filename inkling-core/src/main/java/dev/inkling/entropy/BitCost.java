package dev.inkling.entropy;

/** Ideal code lengths of bits, for an encoder's decisions. */
public final class BitCost {
    /** Costs are in units of 1/{@value} bit. */
    public static final int UNIT = 1024;

    private static final int[] COST = new int[4097];

    static {
        for (int i = 1; i <= 4096; i++) {
            // Units of 1/4096 to units of 1/1024.
            COST[i] = 12 * UNIT - (Log2.of(i) >> 2);
        }
        COST[0] = COST[1] + UNIT;
    }

    private BitCost() {}

    /** Cost of an event whose probability is {@code p} in units of 2^-16. */
    public static int of(int p) {
        return COST[p >> 4];
    }
}
