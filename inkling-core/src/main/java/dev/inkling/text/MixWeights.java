package dev.inkling.text;

/** Rows of weights for the parts of a mixture. Immutable. */
final class MixWeights {
    private final int parts;
    private final short[] weights;

    /**
     * @param parts   how many weights a row has
     * @param weights rows one after another, each weight 0 to 65,535 in units of 2^-16
     */
    MixWeights(int parts, short[] weights) {
        this.parts = parts;
        this.weights = weights.clone();
    }

    /** The rows, one after another. */
    short[] units() {
        return weights.clone();
    }

    /** A weight in units of 2^-28. */
    long weight(int row, int part) {
        return (long) (weights[row * parts + part] & 0xffff) << 12;
    }
}
