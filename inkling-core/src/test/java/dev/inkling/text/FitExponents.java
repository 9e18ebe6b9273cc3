package dev.inkling.text;

import dev.inkling.entropy.Log2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Prints what pairs of exponents of {@link GeometricMix} cost on texts that neither the tables nor the network have seen.
 * Arguments: the training texts, the network.
 */
final class FitExponents {
    private static final int FIRST_PIECES = 60;
    /** Every so many of the texts are used: the answer does not change, and it takes a minute. */
    private static final int EVERY = 3;

    private static final int[] TABLES = {75, 90, 105, 120, 135};
    private static final int[] NETWORK = {120, 135, 150, 165, 180};

    private final double[][] bits = new double[TABLES.length][NETWORK.length];
    private final double[] tables = new double[Pieces.COUNT];
    private final double[] network = new double[Pieces.COUNT];
    private int count;

    private FitExponents() {}

    public static void main(String[] args) throws IOException {
        TrainCaptionPrior trained = new TrainCaptionPrior(TrainingCorpus.read(Path.of(args[0])));
        CaptionPrior.Mixture mixture = trained.heldOutMixture();
        CaptionNetwork network = NetworkReader.read(Files.readAllBytes(Path.of(args[1])));
        FitExponents fit = new FitExponents();
        List<int[]> texts = trained.tuningTexts();
        for (int i = 0; i < texts.size(); i += EVERY) {
            fit.add(texts.get(i), new PieceModel(mixture, null, trained.pieces()), new NetworkState(network));
        }
        fit.print();
    }

    private void add(int[] pieces, PieceModel model, NetworkState state) {
        int[] logits = new int[Pieces.COUNT];
        for (int i = 0; i < Math.min(FIRST_PIECES, pieces.length); i++) {
            PieceDistribution next = model.next();
            state.logits(logits);
            for (int piece = 0; piece < Pieces.COUNT; piece++) {
                tables[piece] = Log2.of(next.weight(piece)) / 4096.0;
                network[piece] = logits[piece] / 4096.0;
            }
            add(pieces[i]);
            model.accept(pieces[i]);
            state.accept(pieces[i]);
        }
    }

    private void add(int piece) {
        count++;
        for (int a = 0; a < TABLES.length; a++) {
            for (int b = 0; b < NETWORK.length; b++) {
                double sum = 0;
                for (int other = 0; other < Pieces.COUNT; other++) {
                    sum += Math.exp(Math.log(2) * joint(other, piece, a, b));
                }
                bits[a][b] += Math.log(sum) / Math.log(2);
            }
        }
    }

    /** Logarithm of how much likelier a piece is than another. */
    private double joint(int piece, int other, int a, int b) {
        return (TABLES[a] * (tables[piece] - tables[other]) + NETWORK[b] * (network[piece] - network[other])) / 256;
    }

    private void print() {
        for (int a = 0; a < TABLES.length; a++) {
            for (int b = 0; b < NETWORK.length; b++) {
                System.out.printf(
                        Locale.ROOT, "tables %d, network %d: %.4f bits a piece%n", TABLES[a], NETWORK[b], bits[a][b] / count);
            }
        }
    }
}
