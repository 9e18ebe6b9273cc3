package dev.inkling.metrics;

/**
 * Mean structural similarity at one scale, over all places where an 11x11 Gaussian window (standard deviation 1.5) fits
 * into the picture (Wang, Bovik, Sheikh, Simoncelli 2004, with K1 = 0.01, K2 = 0.03, L = 255).
 *
 * @param ssim      mean of luminance, contrast and structure term together
 * @param structure mean of contrast and structure term together
 */
record Similarity(double ssim, double structure) {
    /** Side of the window in pixels. */
    static final int WINDOW = 11;

    private static final double C1 = 0.01 * 255 * 0.01 * 255;
    private static final double C2 = 0.03 * 255 * 0.03 * 255;
    private static final double[] GAUSS = gauss();

    static Similarity between(Luma a, Luma b) {
        return new Scan(a, b).run();
    }

    private static double[] gauss() {
        double[] weights = new double[WINDOW];
        double sum = 0;
        for (int i = 0; i < WINDOW; i++) {
            double d = (i - WINDOW / 2) / 1.5;
            weights[i] = StrictMath.exp(-d * d / 2);
            sum += weights[i];
        }
        for (int i = 0; i < WINDOW; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** One walk over a pair of pictures; keeps the horizontally filtered moments of the last eleven rows. */
    private static final class Scan {
        private final Luma a;
        private final Luma b;
        private final int columns;
        /** For each row of the window: the filtered a, b, a², b² and ab, interleaved. */
        private final double[][] rows;

        Scan(Luma a, Luma b) {
            this.a = a;
            this.b = b;
            this.columns = a.width - WINDOW + 1;
            this.rows = new double[WINDOW][5 * columns];
        }

        Similarity run() {
            double ssim = 0;
            double structure = 0;
            for (int y = 0; y < a.height; y++) {
                filterRow(y, rows[y % WINDOW]);
                if (y < WINDOW - 1) {
                    continue;
                }
                double[] moments = filterColumns(y - WINDOW + 1);
                for (int i = 0; i < moments.length; i += 5) {
                    double product = moments[i] * moments[i + 1];
                    double squares = moments[i] * moments[i] + moments[i + 1] * moments[i + 1];
                    double cs = (2 * (moments[i + 4] - product) + C2)
                            / (moments[i + 2] + moments[i + 3] - squares + C2);
                    structure += cs;
                    ssim += cs * (2 * product + C1) / (squares + C1);
                }
            }
            double places = (double) columns * (a.height - WINDOW + 1);
            return new Similarity(ssim / places, structure / places);
        }

        private void filterRow(int y, double[] out) {
            for (int x = 0; x < columns; x++) {
                double sumA = 0;
                double sumB = 0;
                double sumAa = 0;
                double sumBb = 0;
                double sumAb = 0;
                for (int k = 0; k < WINDOW; k++) {
                    double va = a.at(x + k, y);
                    double vb = b.at(x + k, y);
                    double wa = GAUSS[k] * va;
                    double wb = GAUSS[k] * vb;
                    sumA += wa;
                    sumB += wb;
                    sumAa += wa * va;
                    sumBb += wb * vb;
                    sumAb += wa * vb;
                }
                out[5 * x] = sumA;
                out[5 * x + 1] = sumB;
                out[5 * x + 2] = sumAa;
                out[5 * x + 3] = sumBb;
                out[5 * x + 4] = sumAb;
            }
        }

        private double[] filterColumns(int top) {
            double[] sum = new double[5 * columns];
            for (int k = 0; k < WINDOW; k++) {
                double[] row = rows[(top + k) % WINDOW];
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += GAUSS[k] * row[i];
                }
            }
            return sum;
        }
    }
}
