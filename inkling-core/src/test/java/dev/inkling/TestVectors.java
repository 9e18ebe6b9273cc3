package dev.inkling;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Vectors to test with, the same every time. */
public final class TestVectors {
    private TestVectors() {}

    /** A direction like any other: the worst case for a coder. */
    public static Embedding gaussian(int dimension, long seed) {
        return Embedding.of(numbers(dimension, new Random(seed)));
    }

    /** Vectors near a subspace of some dimensions that does not go through 0. */
    public static List<Embedding> nearSubspace(int count, int dimension, int axes, double noise, long seed) {
        Random random = new Random(seed);
        double[] mean = numbers(dimension, random);
        double[][] directions = new double[axes][];
        for (int k = 0; k < axes; k++) {
            directions[k] = numbers(dimension, random);
        }
        List<Embedding> vectors = new ArrayList<>();
        for (int v = 0; v < count; v++) {
            double[] vector = mean.clone();
            for (double[] direction : directions) {
                add(vector, direction, random.nextGaussian() / Math.sqrt(axes));
            }
            add(vector, numbers(dimension, random), noise);
            vectors.add(Embedding.of(vector));
        }
        return vectors;
    }

    private static void add(double[] sum, double[] values, double scale) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += scale * values[i];
        }
    }

    private static double[] numbers(int dimension, Random random) {
        double[] numbers = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            numbers[i] = random.nextGaussian();
        }
        return numbers;
    }
}
