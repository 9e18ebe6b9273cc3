package dev.inkling.eval.metrics;

/**
 * An asymmetric generalised Gaussian with its peak at 0, fitted by moments (Lasmar, Stitou, Berthoumieu 2009).
 *
 * @param shape         exponent, 0.2 to 10; 2 for a Gaussian
 * @param leftVariance  mean square of the values below 0
 * @param rightVariance mean square of the values above 0
 */
record AsymmetricGaussian(double shape, double leftVariance, double rightVariance) {
    private static final double SMALLEST_SHAPE = 0.2;
    private static final double SHAPE_STEP = 0.001;

    /** For each shape from the smallest on, the squared mean absolute value over the mean square; rises. */
    private static final double[] RATIOS = ratios();

    /** @throws IllegalArgumentException when no value is below 0, or none above */
    static AsymmetricGaussian fit(Plane values) {
        double left = 0;
        double right = 0;
        double absolute = 0;
        int below = 0;
        int above = 0;
        for (int y = 0; y < values.height; y++) {
            for (int x = 0; x < values.width; x++) {
                double value = values.at(x, y);
                absolute += Math.abs(value);
                if (value < 0) {
                    left += value * value;
                    below++;
                } else if (value > 0) {
                    right += value * value;
                    above++;
                }
            }
        }
        if (below == 0 || above == 0) {
            throw new IllegalArgumentException("the picture has too little texture for its statistics to be measured");
        }
        double places = (double) values.width * values.height;
        double skew = Math.sqrt(left / below) / Math.sqrt(right / above);
        double ratio = absolute * absolute / places / (left + right);
        double squares = skew * skew + 1;
        double symmetric = ratio * (skew * skew * skew + 1) * (skew + 1) / (squares * squares);
        return new AsymmetricGaussian(shapeOf(symmetric), left / below, right / above);
    }

    /** The mean of the distribution: 0 when both sides are alike. */
    double mean() {
        double scale = Math.exp((logGamma(1 / shape) - logGamma(3 / shape)) / 2);
        double first = Math.exp(logGamma(2 / shape) - logGamma(1 / shape));
        return (Math.sqrt(rightVariance) - Math.sqrt(leftVariance)) * first * scale;
    }

    private static double shapeOf(double ratio) {
        int nearest = 0;
        while (nearest + 1 < RATIOS.length
                && Math.abs(RATIOS[nearest + 1] - ratio) <= Math.abs(RATIOS[nearest] - ratio)) {
            nearest++;
        }
        return SMALLEST_SHAPE + nearest * SHAPE_STEP;
    }

    private static double[] ratios() {
        double[] table = new double[9800];
        for (int i = 0; i < table.length; i++) {
            double shape = SMALLEST_SHAPE + i * SHAPE_STEP;
            table[i] = Math.exp(2 * logGamma(2 / shape) - logGamma(1 / shape) - logGamma(3 / shape));
        }
        return table;
    }

    /** Logarithm of the gamma function for x above 0, to about 1e-10: Stirling's series from 10 on. */
    static double logGamma(double x) {
        double shift = 0;
        double z = x;
        for (; z < 10; z++) {
            shift += Math.log(z);
        }
        double inverse = 1 / z;
        double square = inverse * inverse;
        double series = inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680)));
        return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
    }
}
