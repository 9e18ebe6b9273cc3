package dev.inkling.vector;

import dev.inkling.Embedding;

/** Nothing but the rotation, scaled so that coefficients have a spread of 1. */
record RotatedBasis(int dimension, Rotation rotation) implements Basis {
    @Override
    public int spread(int i) {
        return 0;
    }

    @Override
    public double[] analyse(Embedding embedding) {
        double scale = Math.sqrt(dimension) / Embedding.ONE;
        double[] components = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            components[i] = embedding.units(i) * scale;
        }
        return rotation.forward(components);
    }

    @Override
    public long[] synthesise(long[] coefficients) {
        return rotation.inverse(coefficients);
    }
}
