package dev.inkling.eval.metrics;

import java.util.List;

/**
 * Fréchet distance of the Gaussians that fit two sets of embeddings (Dowson, Landau 1982): |m1 - m2|² + tr(C1 + C2 -
 * 2 (C1 C2)^½), with the means m and the covariances C. With Inception's embeddings it is known as FID (Heusel et al.
 * 2017). Lower is closer; 0 or more. Small sets give too large values: compare only sets of one size.
 */
final class FrechetDistance {
    private FrechetDistance() {}

    /** @throws IllegalArgumentException when a set has fewer than two embeddings */
    static double between(List<float[]> one, List<float[]> other) {
        if (Math.min(one.size(), other.size()) < 2) {
            throw new IllegalArgumentException("a covariance needs two pictures or more");
        }
        double[] mean = mean(one);
        double[] otherMean = mean(other);
        double[][] centred = centred(one, mean);
        double[][] otherCentred = centred(other, otherMean);
        double distance = squaredNorm(centred) + squaredNorm(otherCentred)
                - 2 * SingularValues.sum(product(centred, otherCentred));
        for (int i = 0; i < mean.length; i++) {
            distance += (mean[i] - otherMean[i]) * (mean[i] - otherMean[i]);
        }
        return Math.max(0, distance);
    }

    private static double[] mean(List<float[]> set) {
        double[] mean = new double[set.get(0).length];
        for (float[] vector : set) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / (double) set.size();
            }
        }
        return mean;
    }

    /** A matrix X whose rows are the embeddings, so scaled and shifted that the covariance is X'X. */
    private static double[][] centred(List<float[]> set, double[] mean) {
        double scale = 1 / Math.sqrt(set.size() - 1.0);
        double[][] rows = new double[set.size()][mean.length];
        for (int n = 0; n < rows.length; n++) {
            for (int i = 0; i < mean.length; i++) {
                rows[n][i] = (set.get(n)[i] - mean[i]) * scale;
            }
        }
        return rows;
    }

    /** The trace of the covariance. */
    private static double squaredNorm(double[][] rows) {
        double sum = 0;
        for (double[] row : rows) {
            sum += SingularValues.dot(row, row);
        }
        return sum;
    }

    /** X Y', whose singular values are the roots of the eigenvalues of X'X Y'Y. */
    private static double[][] product(double[][] x, double[][] y) {
        double[][] product = new double[x.length][y.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                product[i][j] = SingularValues.dot(x[i], y[j]);
            }
        }
        return product;
    }
}
