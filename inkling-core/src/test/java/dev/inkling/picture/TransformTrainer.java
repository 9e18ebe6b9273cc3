package dev.inkling.picture;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Trains the transforms: codes tiny pictures, collects the covariance of the lines of the residuals of each kind, and
 * writes their eigenvectors. Usage: {@code TransformTrainer FOLDER_OF_PNG OUTPUT}.
 */
final class TransformTrainer {
    private static final int SEED = 1;

    private final double[][][][] covariance = new double[Basis.KINDS][5][][];
    private final IntraPredictor predictor = new IntraPredictor();
    private final int[] prediction = new int[32 * 32];

    private TransformTrainer() {
        for (double[][][] kind : covariance) {
            for (int log = 2; log <= Basis.LARGEST_TRAINED; log++) {
                kind[log] = new double[1 << log][1 << log];
            }
        }
    }

    public static void main(String[] args) throws IOException {
        TransformTrainer trainer = new TransformTrainer();
        TrainingPictures.of(Path.of(args[0])).code(SEED, trainer::collect);
        TrainingPictures.write(Path.of(args[1]), out -> Basis.write(out, trainer.matrices()));
    }

    private void collect(Frame frame, int[][] source, int stepSize) {
        byte[] modes = frame.mode.clone();
        frame.forget(0, 0, Math.max(frame.width, frame.height));
        for (int y = 0; y < frame.height; y += 32) {
            for (int x = 0; x < frame.width; x += 32) {
                block(frame, source, modes, stepSize, x, y, 5);
            }
        }
    }

    private void block(Frame frame, int[][] source, byte[] modes, int stepSize, int x, int y, int log) {
        if (x >= frame.width || y >= frame.height) {
            return;
        }
        int cell = y / 4 * frame.cells + x / 4;
        int side = 1 << log;
        if (frame.log[cell] < log) {
            for (int i = 0; i < 4; i++) {
                block(frame, source, modes, stepSize, x + (i & 1) * side / 2, y + (i >> 1) * side / 2, log - 1);
            }
            return;
        }
        if (log <= Basis.LARGEST_TRAINED) {
            int mode = modes[cell];
            for (int c = 0; c < (log > 2 ? 3 : 1); c++) {
                if (frame.activity[c][cell] > 0) {
                    predictor.gather(frame, c, x, y, side, BlockCoder.fallback(c));
                    predictor.predict(mode, prediction);
                    add(frame, source[c], x, y, log, stepSize,
                            BlockCoder.rowKind(c, mode), BlockCoder.columnKind(c, mode));
                }
            }
        }
        frame.mark(frame.mode, x, y, side, modes[cell]);
    }

    private void add(Frame frame, int[] plane, int x, int y, int log, int stepSize, int rowKind, int columnKind) {
        int side = 1 << log;
        double[][] r = new double[side][side];
        double[][] t = new double[side][side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                double value = plane[(y + row) * frame.width + x + column] - prediction[row * side + column];
                r[row][column] = value / stepSize;
                t[column][row] = value / stepSize;
            }
        }
        for (int i = 0; i < side; i++) {
            addLine(covariance[rowKind][log], r[i]);
            addLine(covariance[columnKind][log], t[i]);
        }
    }

    private static void addLine(double[][] sum, double[] line) {
        for (int i = 0; i < line.length; i++) {
            for (int j = 0; j < line.length; j++) {
                sum[i][j] += line[i] * line[j];
            }
        }
    }

    private int[][][][] matrices() {
        int[][][][] matrices = new int[Basis.KINDS][5][][];
        for (int kind = 0; kind < Basis.KINDS; kind++) {
            for (int log = 2; log <= Basis.LARGEST_TRAINED; log++) {
                matrices[kind][log] = Eigenvectors.of(covariance[kind][log], 1 << Basis.SHIFT);
            }
        }
        return matrices;
    }
}
