package dev.inkling.eval.metrics;

import dev.inkling.ProviderException;
import java.util.List;

/** A trained regression with a radial kernel, exp(-gamma d²). Immutable. */
final class SupportVectorRegression {
    private final double gamma;
    private final double rho;
    private final double[] weights;
    private final List<double[]> vectors;

    private SupportVectorRegression(double gamma, double rho, double[] weights, List<double[]> vectors) {
        this.gamma = gamma;
        this.rho = rho;
        this.weights = weights;
        this.vectors = vectors;
    }

    /** Reads what OpenCV's {@code SVM} saved. */
    static SupportVectorRegression read(OpenCvYaml yaml, int features) throws ProviderException {
        if (!yaml.word("svmType").equals("EPS_SVR")) {
            throw yaml.failure("a regression, EPS_SVR", yaml.word("svmType"));
        }
        if (!yaml.word("type").equals("RBF")) {
            throw yaml.failure("a radial kernel, RBF", yaml.word("type"));
        }
        List<double[]> vectors = yaml.rows("support_vectors");
        if (vectors.isEmpty() || vectors.stream().anyMatch(vector -> vector.length != features)) {
            throw yaml.failure("support vectors of " + features + " numbers", "others");
        }
        double[] weights = yaml.numbers("alpha");
        if (weights.length != vectors.size()) {
            throw yaml.failure(vectors.size() + " weights", weights.length);
        }
        return new SupportVectorRegression(yaml.number("gamma"), yaml.number("rho"), weights, vectors);
    }

    double predict(double[] features) {
        double sum = -rho;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * Math.exp(-gamma * squaredDistance(vectors.get(i), features));
        }
        return sum;
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
