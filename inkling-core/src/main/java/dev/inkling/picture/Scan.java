package dev.inkling.picture;

/** The order in which the coefficients of a block are coded: zigzag, low frequencies first. */
final class Scan {
    /** Blocks of side 32 carry only their lowest 16 x 16 frequencies. */
    static final int LARGEST_FREQUENCIES = 16;

    /** For log2 of the side 2 to 5: index of a coefficient in its block, by scan position. */
    static final int[][] ORDER = new int[6][];

    /** Coarse class of a scan position, 0 to 19: exact at first, then about four to a doubling. */
    static final int[] CLASS = new int[256];

    /** Coarser class of a scan position, 0 to 7. */
    static final int[] COARSE = new int[256];

    /** Number of values of {@link #CLASS}. */
    static final int CLASSES = 20;

    static {
        for (int log = 2; log <= 5; log++) {
            ORDER[log] = zigzag(1 << log, Math.min(LARGEST_FREQUENCIES, 1 << log));
        }
        int[] starts = {0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 18, 21, 28, 36, 48, 64, 96, 144};
        int[] coarse = {0, 1, 2, 3, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7};
        for (int i = 0, k = 0; i < CLASS.length; i++) {
            while (k + 1 < starts.length && starts[k + 1] <= i) {
                k++;
            }
            CLASS[i] = k;
            COARSE[i] = coarse[k];
        }
    }

    private Scan() {}

    private static int[] zigzag(int side, int used) {
        int[] order = new int[used * used];
        int n = 0;
        for (int d = 0; d < 2 * used - 1; d++) {
            for (int k = 0; k <= d; k++) {
                int u = d % 2 == 0 ? k : d - k;
                int v = d - u;
                if (u < used && v < used) {
                    order[n++] = v * side + u;
                }
            }
        }
        return order;
    }
}
