package dev.inkling.picture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Eigenvectors of a symmetric matrix by Jacobi's rotations. */
final class Eigenvectors {
    private Eigenvectors() {}

    /** Unit eigenvectors as rows, largest eigenvalue first, first entry not negative, times {@code scale}, rounded. */
    static int[][] of(double[][] symmetric, int scale) {
        int n = symmetric.length;
        double[][] a = Arrays.stream(symmetric).map(double[]::clone).toArray(double[][]::new);
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            v[i][i] = 1;
        }
        for (int sweep = 0; sweep < 60; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, v, p, q);
                }
            }
        }
        int[] order = IntStream.range(0, n).boxed()
                .sorted(Comparator.comparingDouble(i -> -a[i][i])).mapToInt(i -> i).toArray();
        int[][] rows = new int[n][n];
        for (int k = 0; k < n; k++) {
            int sign = v[0][order[k]] < 0 ? -1 : 1;
            for (int i = 0; i < n; i++) {
                rows[k][i] = (int) StrictMath.rint(sign * scale * v[i][order[k]]);
            }
        }
        return rows;
    }

    private static void rotate(double[][] a, double[][] v, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int i = 0; i < a.length; i++) {
            double x = a[i][p];
            a[i][p] = c * x - s * a[i][q];
            a[i][q] = s * x + c * a[i][q];
        }
        for (int i = 0; i < a.length; i++) {
            double x = a[p][i];
            a[p][i] = c * x - s * a[q][i];
            a[q][i] = s * x + c * a[q][i];
            double y = v[i][p];
            v[i][p] = c * y - s * v[i][q];
            v[i][q] = s * y + c * v[i][q];
        }
    }
}
