package dev.inkling.picture;

/** The orthonormal two-dimensional DCT-II of square blocks of side 4, 8, 16 and 32, in integers. */
final class BlockTransform {
    private static final int SHIFT = 13;

    /** cos(k pi / 64) with 14 fractional bits. */
    private static final int[] COSINE = {
        16384, 16364, 16305, 16207, 16069, 15893, 15679, 15426, 15137, 14811, 14449, 14053, 13623, 13160, 12665, 12140,
        11585, 11003, 10394, 9760, 9102, 8423, 7723, 7005, 6270, 5520, 4756, 3981, 3196, 2404, 1606, 804, 0
    };

    /** 2^14 / sqrt 2. */
    private static final int ROOT_HALF = 11585;

    /** Rows of basis function k over sample n, for log2 of the side 2 to 5, with 13 fractional bits. */
    private static final int[][][] BASIS = new int[6][][];

    static {
        for (int log = 2; log <= 5; log++) {
            int side = 1 << log;
            BASIS[log] = new int[side][side];
            for (int k = 0; k < side; k++) {
                for (int n = 0; n < side; n++) {
                    BASIS[log][k][n] = scaled(cosine((2 * n + 1) * k * (32 >> log)), k, log);
                }
            }
        }
    }

    private BlockTransform() {}

    /** cos(angle pi / 64) for any angle. */
    private static int cosine(int angle) {
        int a = angle & 127;
        a = a > 64 ? 128 - a : a;
        return a <= 32 ? COSINE[a] : -COSINE[64 - a];
    }

    /** Norm sqrt(2 / side), and 1 / sqrt 2 of that for k = 0: a power of the root of one half. */
    private static int scaled(int cosine, int k, int log) {
        int halvings = log - 1 + (k == 0 ? 1 : 0); // the factor is 2^(-halvings / 2)
        int value = cosine;
        if (halvings % 2 == 1) {
            value = value * ROOT_HALF + (1 << 13) >> 14;
        }
        int shift = halvings / 2 + 14 - SHIFT;
        return value + (1 << shift >> 1) >> shift;
    }

    /** Transforms {@code side * side} residuals in place of nothing: reads {@code block}, writes {@code out}. */
    static void forward(int[] block, int[] out, int log, int[] scratch) {
        int side = 1 << log;
        int[][] basis = BASIS[log];
        for (int y = 0; y < side; y++) {
            for (int k = 0; k < side; k++) {
                int[] row = basis[k];
                int sum = 0;
                for (int n = 0; n < side; n++) {
                    sum += row[n] * block[y * side + n];
                }
                scratch[k * side + y] = sum + 128 >> 8;
            }
        }
        for (int u = 0; u < side; u++) {
            for (int k = 0; k < side; k++) {
                int[] row = basis[k];
                long sum = 0;
                for (int n = 0; n < side; n++) {
                    sum += (long) row[n] * scratch[u * side + n];
                }
                out[k * side + u] = (int) (sum + (1L << 17) >> 18);
            }
        }
    }

    /**
     * The inverse. Values beyond what a picture can hold cannot overflow: inputs are bounded by {@link Quantiser#MAX_LEVEL}.
     *
     * @param coefficients row v, column u; zeros are cheap
     */
    static void inverse(int[] coefficients, int[] out, int log, long[] scratch) {
        int side = 1 << log;
        int[][] basis = BASIS[log];
        int rows = 0;
        for (int v = 0; v < side; v++) {
            for (int n = 0; n < side; n++) {
                scratch[v * side + n] = 0;
            }
            for (int u = 0; u < side; u++) {
                int c = coefficients[v * side + u];
                if (c != 0) {
                    rows = v + 1;
                    int[] row = basis[u];
                    for (int n = 0; n < side; n++) {
                        scratch[v * side + n] += (long) c * row[n];
                    }
                }
            }
        }
        for (int n = 0; n < side; n++) {
            for (int y = 0; y < side; y++) {
                long sum = 1L << 2 * SHIFT - 1;
                for (int v = 0; v < rows; v++) {
                    sum += scratch[v * side + n] * basis[v][y];
                }
                out[y * side + n] = (int) (sum >> 2 * SHIFT);
            }
        }
    }
}
