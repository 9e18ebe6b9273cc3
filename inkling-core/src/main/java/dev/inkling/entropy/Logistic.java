package dev.inkling.entropy;

/**
 * Integer tables of the logistic function and its inverse (Mahoney 2005, PAQ6). The logistic domain is in units of
 * 1/256, clamped to +-2047, so that a probability of 16 bits lies between 22/65536 and 65514/65536.
 */
final class Logistic {
    static final int LIMIT = 2047;

    private static final int[] SQUASH = new int[2 * LIMIT + 1];
    private static final short[] STRETCH = new short[4096];

    static {
        long power = 1L << 20; // exp(x / 256) with 20 fractional bits, x from 0 upwards
        long factor = 1_077_944_331L; // exp(1 / 256) with 30 fractional bits
        for (int x = 0; x <= LIMIT; x++) {
            int p = (int) ((power << 16) / (power + (1L << 20)));
            SQUASH[LIMIT + x] = p;
            SQUASH[LIMIT - x] = 65536 - p;
            power = power * factor >> 30;
        }
        int x = -LIMIT;
        for (int i = 0; i < STRETCH.length; i++) {
            while (x < LIMIT && SQUASH[LIMIT + x] < 16 * i + 8) {
                x++;
            }
            STRETCH[i] = (short) x;
        }
    }

    private Logistic() {}

    /** Probability in units of 2^-16 of a value of the logistic domain; values beyond +-2047 are clamped. */
    static int squash(int x) {
        return SQUASH[LIMIT + Math.max(-LIMIT, Math.min(LIMIT, x))];
    }

    /** Logistic-domain value, -2047 to 2047, of a probability in units of 2^-16. */
    static int stretch(int p) {
        return STRETCH[p >> 4];
    }
}
