package dev.inkling.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Fits the rows of weights on texts that the tables have not seen, by expectation maximisation, shrunk to one common row. */
final class MixTrainer {
    private static final int ROUNDS = 40;
    private static final double SHRINK = 50;

    private record Event(int row, double[] probabilities) {}

    private final int parts;
    private final List<Event> events = new ArrayList<>();

    MixTrainer(int tables) {
        this.parts = PieceModel.parts(tables);
    }

    /** The same weight for every part, to start from. */
    static MixWeights even(int tables) {
        int parts = PieceModel.parts(tables);
        short[] units = new short[PieceModel.rows() * parts];
        Arrays.fill(units, (short) (65_000 / parts));
        return new MixWeights(parts, units);
    }

    /** Adds a text; its pieces are without start and end. */
    void add(PieceModel model, int[] pieces) {
        for (int piece : pieces) {
            double[] probabilities = new double[parts];
            long[] units = model.probabilities(piece);
            for (int i = 0; i < probabilities.length; i++) {
                probabilities[i] = units[i] / (double) NgramTable.ONE + 1e-9;
            }
            events.add(new Event(model.row(), probabilities));
            model.accept(piece);
        }
    }

    MixWeights fit() {
        double[] even = new double[parts];
        Arrays.fill(even, 1.0 / even.length);
        double[] common = fit(events, even, 0);
        System.err.println("common weights " + Arrays.toString(common));
        short[] weights = new short[PieceModel.rows() * parts];
        double bits = 0;
        for (int row = 0; row < PieceModel.rows(); row++) {
            int wanted = row;
            List<Event> ours = events.stream().filter(event -> event.row() == wanted).toList();
            double[] fitted = fit(ours, common, SHRINK);
            bits += bits(ours, fitted);
            for (int part = 0; part < parts; part++) {
                weights[row * parts + part] = (short) StrictMath.round(fitted[part] * 65_000);
            }
        }
        System.err.printf(
                Locale.ROOT, "common %.4f, by row %.4f bits a piece%n", bits(events, common) / events.size(), bits / events.size());
        return new MixWeights(parts, weights);
    }

    private static double[] fit(List<Event> events, double[] prior, double strength) {
        double[] weights = prior.clone();
        for (int round = 0; round < ROUNDS; round++) {
            double[] shares = new double[weights.length];
            for (int i = 0; i < shares.length; i++) {
                shares[i] = strength * prior[i];
            }
            for (Event event : events) {
                double sum = mix(weights, event.probabilities());
                for (int i = 0; i < shares.length; i++) {
                    shares[i] += weights[i] * event.probabilities()[i] / sum;
                }
            }
            double total = Arrays.stream(shares).sum();
            if (total > 0) {
                Arrays.setAll(weights, i -> shares[i] / total);
            }
        }
        return weights;
    }

    private static double mix(double[] weights, double[] probabilities) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * probabilities[i];
        }
        return sum;
    }

    private static double bits(List<Event> events, double[] weights) {
        double bits = 0;
        for (Event event : events) {
            bits -= StrictMath.log(mix(weights, event.probabilities())) / StrictMath.log(2);
        }
        return bits;
    }
}
