package dev.inkling.picture;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Trains the restoration filter: codes tiny pictures and solves for the weights that bring the decoded samples nearest
 * to the originals. Usage: {@code RestorationTrainer FOLDER_OF_PNG OUTPUT}.
 */
final class RestorationTrainer {
    private static final int SEED = 2;
    private static final int N = Restoration.FEATURES;

    private final double[][][][] products = new double[Frame.COMPONENTS][Restoration.CLASSES][N][N + 1];

    private RestorationTrainer() {}

    public static void main(String[] args) throws IOException {
        RestorationTrainer trainer = new RestorationTrainer();
        TrainingPictures.of(Path.of(args[0])).code(SEED, trainer::collect);
        TrainingPictures.write(Path.of(args[1]), trainer::write);
    }

    private void write(DataOutputStream out) throws IOException {
        for (double[][][] component : products) {
            for (double[][] system : component) {
                for (double weight : solve(system)) {
                    long rounded = Math.round(weight * (1 << Restoration.SHIFT));
                    out.writeShort((int) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, rounded)));
                }
            }
        }
    }

    private void collect(Frame frame, int[][] source, int stepSize) {
        Restoration restoration = new Restoration(frame, stepSize);
        double weight = 1.0 / stepSize / stepSize;
        for (int c = 0; c < Frame.COMPONENTS; c++) {
            for (int y = 0; y < frame.size.height(); y++) {
                for (int x = 0; x < frame.size.width(); x++) {
                    double[][] system = products[c][restoration.classify(c, x, y)];
                    int[] f = restoration.measure(c, x, y);
                    int i = y * frame.width + x;
                    double error = source[c][i] - frame.planes[c][i];
                    for (int a = 0; a < N; a++) {
                        if (f[a] != 0) {
                            for (int b = 0; b < N; b++) {
                                system[a][b] += weight * f[a] * f[b];
                            }
                            system[a][N] += weight * f[a] * error;
                        }
                    }
                }
            }
        }
    }

    /** Solves the normal equations, with a little damping, by Gaussian elimination. */
    private static double[] solve(double[][] system) {
        double[][] m = new double[N][];
        for (int a = 0; a < N; a++) {
            m[a] = system[a].clone();
            m[a][a] = m[a][a] * 1.0005 + 3;
        }
        for (int p = 0; p < N; p++) {
            for (int row = 0; row < N; row++) {
                if (row != p) {
                    double factor = m[row][p] / m[p][p];
                    for (int k = p; k <= N; k++) {
                        m[row][k] -= factor * m[p][k];
                    }
                }
            }
        }
        double[] weights = new double[N];
        for (int a = 0; a < N; a++) {
            weights[a] = m[a][N] / m[a][a];
        }
        return weights;
    }
}
