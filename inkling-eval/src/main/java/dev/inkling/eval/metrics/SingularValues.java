package dev.inkling.eval.metrics;

/** Singular values by one-sided Jacobi rotations (Hestenes 1958). */
final class SingularValues {
    /** Cosine of two rows below which they count as orthogonal. */
    private static final double ORTHOGONAL = 1e-12;

    /** Far more sweeps than are ever needed: convergence is quadratic. */
    private static final int MOST_SWEEPS = 60;

    private SingularValues() {}

    /** The sum of the singular values of a matrix, given as rows of equal length; the matrix is overwritten. */
    static double sum(double[][] rows) {
        boolean turned = true;
        for (int sweep = 0; turned && sweep < MOST_SWEEPS; sweep++) {
            turned = sweep(rows);
        }
        double sum = 0;
        for (double[] row : rows) {
            sum += Math.sqrt(dot(row, row));
        }
        return sum;
    }

    /** Makes each two rows orthogonal once; says whether there was anything to do. */
    private static boolean sweep(double[][] rows) {
        boolean turned = false;
        for (int i = 0; i < rows.length; i++) {
            for (int j = i + 1; j < rows.length; j++) {
                turned |= turn(rows[i], rows[j]);
            }
        }
        return turned;
    }

    private static boolean turn(double[] a, double[] b) {
        double aa = dot(a, a);
        double bb = dot(b, b);
        double ab = dot(a, b);
        if (Math.abs(ab) <= ORTHOGONAL * Math.sqrt(aa * bb) || Math.abs(ab) < Double.MIN_NORMAL) {
            return false;
        }
        double ratio = (bb - aa) / (2 * ab);
        double tangent = Math.copySign(1, ratio) / (Math.abs(ratio) + Math.hypot(1, ratio));
        double cosine = 1 / Math.hypot(1, tangent);
        double sine = cosine * tangent;
        for (int i = 0; i < a.length; i++) {
            double old = a[i];
            a[i] = cosine * old - sine * b[i];
            b[i] = sine * old + cosine * b[i];
        }
        return true;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
