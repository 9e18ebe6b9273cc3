package dev.inkling.vector;

import dev.inkling.Embedding;

/**
 * The vector that levels stand for: what a decoder reads, and an encoder knows that it will. Integers only. Not
 * thread-safe.
 */
final class Reconstruction {
    /** Bits that count of the largest component, so that the squares of 2048 of them sum to 63 bits at most. */
    private static final int SIGNIFICANT = 25;

    private final Basis basis;
    private final Rates rates;
    private final long[] coefficients;
    private int state;

    Reconstruction(Basis basis, Rates rates) {
        this.basis = basis;
        this.rates = rates;
        coefficients = new long[basis.dimension()];
    }

    /** Takes the next level, which is that of coefficient {@code i}. */
    void add(int i, int level) {
        coefficients[i] = rates.coefficient(Trellis.value(state, level));
        state = Trellis.next(state, Trellis.half(level));
    }

    /** The direction of the vector. A vector without any, which no encoder writes, is taken as the first unit vector. */
    Embedding embedding() {
        long[] values = basis.synthesise(coefficients);
        long largest = 0;
        for (long value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0) {
            values[0] = 1;
            largest = 1;
        }
        scale(values, SIGNIFICANT - (Long.SIZE - Long.numberOfLeadingZeros(largest)));
        return direction(values);
    }

    private static void scale(long[] values, int shift) {
        for (int i = 0; i < values.length; i++) {
            values[i] = shift >= 0 ? values[i] << shift : values[i] + (1L << -shift - 1) >> -shift;
        }
    }

    private static Embedding direction(long[] values) {
        long squares = 0;
        for (long value : values) {
            squares += value * value;
        }
        long length = root(squares);
        int[] components = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            components[i] = (int) Math.floorDiv(2 * values[i] * Embedding.ONE + length, 2 * length);
        }
        return Embedding.ofUnits(components);
    }

    /** The square root, rounded down: what the root of a double may be off is put right. */
    private static long root(long square) {
        long root = (long) Math.sqrt(square);
        while (root * root > square) {
            root--;
        }
        while ((root + 1) * (root + 1) <= square) {
            root++;
        }
        return root;
    }
}
