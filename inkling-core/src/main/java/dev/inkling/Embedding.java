package dev.inkling;

import java.util.Arrays;

/**
 * A unit vector, such as a CLIP network makes of a picture: only its direction says something. Its components are
 * integers, so that what a file holds is the same everywhere. Immutable.
 */
public final class Embedding {
    /** Fewest components. */
    public static final int MIN_DIMENSION = 64;

    /** Most components. */
    public static final int MAX_DIMENSION = 2048;

    /** Components are multiples of 2^-24, which a float holds exactly. */
    public static final int ONE = 1 << 24;

    private final int[] components;

    private Embedding(int[] components) {
        this.components = components;
    }

    /**
     * The direction of a vector.
     *
     * @param values 64 to 2048 finite numbers of any length other than 0
     * @throws IllegalArgumentException when they are not that
     */
    public static Embedding of(double... values) {
        checkDimension(values.length);
        double largest = 0;
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a component is " + value);
            }
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest == 0) {
            throw new IllegalArgumentException("all components are 0, so the vector has no direction");
        }
        double squares = 0;
        for (double value : values) {
            squares += value / largest * (value / largest);
        }
        double length = Math.sqrt(squares);
        int[] components = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            components[i] = (int) Math.round(values[i] / largest / length * ONE);
        }
        return new Embedding(components);
    }

    /**
     * A vector of length 1 as a file holds it.
     *
     * @param components in units of 2^-24
     */
    public static Embedding ofUnits(int... components) {
        checkDimension(components.length);
        return new Embedding(components.clone());
    }

    private static void checkDimension(int dimension) {
        if (dimension < MIN_DIMENSION || dimension > MAX_DIMENSION) {
            throw new IllegalArgumentException("a vector of " + dimension + " components; it has " + MIN_DIMENSION
                    + " to " + MAX_DIMENSION);
        }
    }

    /** Number of components. */
    public int dimension() {
        return components.length;
    }

    /** A component in units of 2^-24. */
    public int units(int i) {
        return components[i];
    }

    /** A component, -1 to 1. */
    public float component(int i) {
        return (float) components[i] / ONE;
    }

    /**
     * Cosine of the angle to another vector, 1 for the same direction.
     *
     * @param other of the same dimension
     */
    public double cosine(Embedding other) {
        if (other.dimension() != dimension()) {
            throw new IllegalArgumentException("vectors of " + dimension() + " and " + other.dimension() + " components");
        }
        double dot = 0;
        double own = 0;
        double others = 0;
        for (int i = 0; i < components.length; i++) {
            dot += (double) components[i] * other.components[i];
            own += (double) components[i] * components[i];
            others += (double) other.components[i] * other.components[i];
        }
        return dot / Math.sqrt(own * others);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding embedding && Arrays.equals(components, embedding.components);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(components);
    }

    @Override
    public String toString() {
        return "a vector of " + components.length + " components";
    }
}
