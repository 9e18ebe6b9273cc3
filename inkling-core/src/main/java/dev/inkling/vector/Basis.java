package dev.inkling.vector;

import dev.inkling.Embedding;

/**
 * Between vectors and the coefficients that are coded. Coefficients are close to independent Gaussian numbers of known
 * spread, whatever the vector. Immutable and thread-safe.
 */
interface Basis {
    /** Coefficients are in units of 2^-24 where they are integers. */
    int FRACTION = 24;

    /** The basis for any vectors: nothing is known of them, so all coefficients have one spread. */
    static Basis rotated(int dimension) {
        return new RotatedBasis(dimension, new Rotation(dimension));
    }

    /** Number of coefficients: that of components. */
    int dimension();

    /** Standard deviation of a coefficient, as eighths of octaves below 1, 0 to 255. */
    int spread(int i);

    /** The coefficients of a vector. */
    double[] analyse(Embedding embedding);

    /**
     * The components of a vector in some unit, exactly.
     *
     * @param coefficients in units of 2^-24, the sum of their squares at most 2^64
     */
    long[] synthesise(long[] coefficients);
}
