package dev.inkling.vector;

import java.util.Arrays;

/**
 * A Householder reflection: turns round what lies along one direction and leaves the rest. It is its own inverse. The
 * direction is integers, so that the decoder's side is exact. Immutable.
 */
final class Reflection {
    /** Length of the directions that are made here. */
    private static final int LENGTH = Short.MAX_VALUE;

    /** Extra fractional bits of a projection. */
    private static final int GUARD = 8;

    private final int first;
    private final short[] direction;
    private final long squares;

    /**
     * @param first     index of the first component that takes part
     * @param direction one component for each that takes part, not all 0; its length does not matter
     */
    Reflection(int first, short[] direction) {
        this.first = first;
        this.direction = direction;
        long sum = 0;
        for (short component : direction) {
            sum += component * component;
        }
        squares = sum;
    }

    /**
     * The reflection that turns an axis into the unit vector of its first component, or the opposite of it.
     *
     * @param axis of length 1; components before {@code first} take no part
     */
    static Reflection of(double[] axis, int first) {
        double[] difference = Arrays.copyOfRange(axis, first, axis.length);
        double length = Math.sqrt(dot(difference, difference));
        difference[0] += difference[0] < 0 ? -length : length;
        double scale = LENGTH / Math.sqrt(dot(difference, difference));
        short[] direction = new short[difference.length];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = (short) Math.round(difference[i] * scale);
        }
        return new Reflection(first, direction);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    short[] direction() {
        return direction;
    }

    /** Reflects a vector in place. */
    void apply(double[] values) {
        double dot = 0;
        for (int i = 0; i < direction.length; i++) {
            dot += values[first + i] * direction[i];
        }
        double twice = 2 * dot / squares;
        for (int i = 0; i < direction.length; i++) {
            values[first + i] -= twice * direction[i];
        }
    }

    /**
     * Reflects a vector in place, exactly.
     *
     * @param values the sum of their squares at most about 2^64
     */
    void apply(long[] values) {
        long dot = 0;
        for (int i = 0; i < direction.length; i++) {
            dot += values[first + i] * direction[i];
        }
        long twice = Math.floorDiv(dot << GUARD + 1, squares);
        for (int i = 0; i < direction.length; i++) {
            values[first + i] -= twice * direction[i] + (1 << GUARD - 1) >> GUARD;
        }
    }
}
