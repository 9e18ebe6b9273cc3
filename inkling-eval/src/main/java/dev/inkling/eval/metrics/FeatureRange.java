package dev.inkling.eval.metrics;

import dev.inkling.ProviderException;
import java.util.Arrays;

/** The least and the greatest value that each feature had in training. Immutable. */
final class FeatureRange {
    private final double[] least;
    private final double[] greatest;

    private FeatureRange(double[] least, double[] greatest) {
        this.least = least;
        this.greatest = greatest;
    }

    /** Reads a matrix of two rows. */
    static FeatureRange read(OpenCvYaml yaml, int features) throws ProviderException {
        double[] data = yaml.numbers("data");
        if (data.length != 2 * features) {
            throw yaml.failure("2 x " + features + " numbers", data.length);
        }
        return new FeatureRange(
                Arrays.copyOfRange(data, 0, features), Arrays.copyOfRange(data, features, 2 * features));
    }

    /** The features, with the least value as -1 and the greatest as 1. */
    double[] scaled(double[] features) {
        double[] result = new double[features.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = 2 * (features[i] - least[i]) / (greatest[i] - least[i]) - 1;
        }
        return result;
    }
}
