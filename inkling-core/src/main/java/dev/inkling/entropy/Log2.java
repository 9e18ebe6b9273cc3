package dev.inkling.entropy;

/** Logarithms to base 2 with integers only. */
public final class Log2 {
    /** Fractional bits of a result, and bits of a number that count. */
    public static final int FRACTION = 12;
    /** log2(1 + k / 4096) in units of 1/4096, rounded down. */
    private static final short[] MANTISSAS = new short[1 << FRACTION];

    static {
        for (int k = 0; k < MANTISSAS.length; k++) {
            MANTISSAS[k] = fraction((1L << 30) + ((long) k << 30 - FRACTION));
        }
    }

    private Log2() {}

    /** Logarithm of a number of 1 to 2, in units of 2^-30, by repeated squaring. */
    private static short fraction(long number) {
        long mantissa = number;
        int fraction = 0;
        for (int bit = 1 << FRACTION - 1; bit > 0; bit >>= 1) {
            mantissa = mantissa * mantissa >> 30;
            if (mantissa >= 1L << 31) {
                mantissa >>= 1;
                fraction |= bit;
            }
        }
        return (short) fraction;
    }

    /**
     * The logarithm of a number in units of 1/4096.
     *
     * @param number at least 1; its 13 highest bits count
     */
    public static int of(long number) {
        int whole = 63 - Long.numberOfLeadingZeros(number);
        long mantissa = whole < FRACTION ? number << FRACTION - whole : number >> whole - FRACTION;
        return (whole << FRACTION) + MANTISSAS[(int) mantissa & (1 << FRACTION) - 1];
    }
}
