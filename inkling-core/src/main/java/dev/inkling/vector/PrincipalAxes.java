package dev.inkling.vector;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The directions along which vectors differ most, widest first: the first eigenvectors of their covariance, by
 * orthogonal iteration (Golub, Van Loan 2013, §8.2.4). Axes of nearly the same spread may come out mixed, which costs
 * nothing here.
 */
final class PrincipalAxes {
    /** Steps of the search. */
    static final int ITERATIONS = 20;

    private static final double NOTHING = 1e-9;

    private final int dimension;
    private final double[][] axes;
    private final SplittableRandom random = new SplittableRandom(1);

    private PrincipalAxes(int dimension, int count) {
        this.dimension = dimension;
        axes = new double[count][dimension];
        for (double[] axis : axes) {
            randomise(axis);
        }
        orthonormalise();
    }

    /**
     * @param deviations of the vectors from their mean
     * @param count      number of axes, at most that of dimensions
     * @param progress   called after each of {@link #ITERATIONS} steps
     * @return orthonormal axes
     */
    static double[][] of(List<double[]> deviations, int count, Runnable progress) {
        PrincipalAxes search = new PrincipalAxes(deviations.get(0).length, count);
        double[][] covariance = search.covariance(deviations);
        for (int i = 0; i < ITERATIONS; i++) {
            search.multiply(covariance);
            search.orthonormalise();
            progress.run();
        }
        return search.axes;
    }

    private void randomise(double[] axis) {
        Arrays.setAll(axis, i -> random.nextDouble() - 0.5);
    }

    private double[][] covariance(List<double[]> deviations) {
        double[][] covariance = new double[dimension][dimension];
        for (double[] deviation : deviations) {
            for (int row = 0; row < dimension; row++) {
                addScaled(covariance[row], deviation, deviation[row] / deviations.size());
            }
        }
        return covariance;
    }

    private void multiply(double[][] matrix) {
        for (double[] axis : axes) {
            double[] product = new double[dimension];
            for (int row = 0; row < dimension; row++) {
                addScaled(product, matrix[row], axis[row]);
            }
            System.arraycopy(product, 0, axis, 0, dimension);
        }
    }

    /** Gram and Schmidt's way; what is left with nothing of its own starts again at random. */
    private void orthonormalise() {
        for (int k = 0; k < axes.length; k++) {
            double before = length(axes[k]);
            while (!(orthogonalise(k) > NOTHING * before)) {
                randomise(axes[k]);
                before = length(axes[k]);
            }
            double length = length(axes[k]);
            for (int i = 0; i < dimension; i++) {
                axes[k][i] /= length;
            }
        }
    }

    /** Twice, since once leaves rounding errors. Returns the length of what is left. */
    private double orthogonalise(int k) {
        for (int pass = 0; pass < 2; pass++) {
            for (int other = 0; other < k; other++) {
                addScaled(axes[k], axes[other], -dot(axes[k], axes[other]));
            }
        }
        return length(axes[k]);
    }

    private static void addScaled(double[] sum, double[] values, double scale) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += scale * values[i];
        }
    }

    private static double length(double[] values) {
        return Math.sqrt(dot(values, values));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
