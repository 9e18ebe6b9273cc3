package dev.inkling.picture;

/** The separable two-dimensional transform of square blocks of side 4, 8, 16 and 32, in integers. */
final class BlockTransform {
    private BlockTransform() {}

    /** Transforms residuals to coefficients, row v, column u, both in plane units; only the frequencies that are coded. */
    static void forward(int[] block, int[] out, int log, int rowKind, int columnKind, int[] scratch) {
        int side = 1 << log;
        int[][] basis = Basis.of(rowKind, log);
        int used = Math.min(side, Scan.LARGEST_FREQUENCIES);
        for (int y = 0; y < side; y++) {
            for (int k = 0; k < used; k++) {
                int[] row = basis[k];
                int sum = 0;
                for (int n = 0; n < side; n++) {
                    sum += row[n] * block[y * side + n];
                }
                scratch[k * side + y] = sum + 128 >> 8;
            }
        }
        int[][] columns = Basis.of(columnKind, log);
        for (int u = 0; u < used; u++) {
            for (int k = 0; k < used; k++) {
                int[] row = columns[k];
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
    static void inverse(int[] coefficients, int[] out, int log, int rowKind, int columnKind, long[] scratch) {
        int side = 1 << log;
        int[][] basis = Basis.of(rowKind, log);
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
        int[][] columns = Basis.of(columnKind, log);
        for (int n = 0; n < side; n++) {
            for (int y = 0; y < side; y++) {
                long sum = 1L << 2 * Basis.SHIFT - 1;
                for (int v = 0; v < rows; v++) {
                    sum += scratch[v * side + n] * columns[v][y];
                }
                out[y * side + n] = (int) (sum >> 2 * Basis.SHIFT);
            }
        }
    }
}
