package dev.inkling.eval.vector;

import dev.inkling.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Vectors that are drawn at random, the same every time. */
public final class VectorSet {
    private final Random random;
    private final int dimension;

    private VectorSet(int dimension, long seed) {
        this.random = new Random(seed);
        this.dimension = dimension;
    }

    /** Gaussian directions: no direction is more likely than another, which is the worst case for a coder. */
    public static List<Embedding> gaussian(int count, int dimension) {
        return new VectorSet(dimension, 1).draw(count, 0, 1);
    }

    /**
     * Vectors near a subspace.
     *
     * @param axes  dimension of the subspace
     * @param noise length of the part across the subspace, as a multiple of that along it
     */
    public static List<Embedding> nearSubspace(int count, int dimension, int axes, double noise) {
        return new VectorSet(dimension, 2).draw(count, axes, noise);
    }

    private List<Embedding> draw(int count, int axes, double noise) {
        double[][] directions = new double[axes][];
        for (int k = 0; k < axes; k++) {
            directions[k] = numbers();
        }
        List<Embedding> vectors = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            double[] vector = new double[dimension];
            for (double[] direction : directions) {
                add(vector, direction, random.nextGaussian() / Math.sqrt(axes));
            }
            add(vector, numbers(), noise);
            vectors.add(Embedding.of(vector));
        }
        return vectors;
    }

    private double[] numbers() {
        double[] numbers = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            numbers[i] = random.nextGaussian();
        }
        return numbers;
    }

    private static void add(double[] sum, double[] values, double scale) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += scale * values[i];
        }
    }
}
