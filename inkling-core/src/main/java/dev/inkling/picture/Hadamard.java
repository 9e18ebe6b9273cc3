package dev.inkling.picture;

/** The sum of absolute Hadamard coefficients of a residual: a quick guess of what it will cost. */
final class Hadamard {
    private Hadamard() {}

    /** Sum over 4x4 blocks of absolute coefficients, scaled to that of an orthonormal transform. */
    static double cost(int[] block, int side) {
        long sum = 0;
        int[] t = new int[16];
        for (int y = 0; y < side; y += 4) {
            for (int x = 0; x < side; x += 4) {
                for (int row = 0; row < 4; row++) {
                    int i = (y + row) * side + x;
                    butterfly(block[i], block[i + 1], block[i + 2], block[i + 3], t, 4 * row, 1);
                }
                for (int column = 0; column < 4; column++) {
                    butterfly(t[column], t[column + 4], t[column + 8], t[column + 12], t, column, 4);
                    sum += Math.abs(t[column]) + Math.abs(t[column + 4]) + Math.abs(t[column + 8])
                            + Math.abs(t[column + 12]);
                }
            }
        }
        return sum / 4.0;
    }

    private static void butterfly(int a, int b, int c, int d, int[] out, int at, int stride) {
        int ab = a + b;
        int cd = c + d;
        int amb = a - b;
        int cmd = c - d;
        out[at] = ab + cd;
        out[at + stride] = ab - cd;
        out[at + 2 * stride] = amb - cmd;
        out[at + 3 * stride] = amb + cmd;
    }
}
