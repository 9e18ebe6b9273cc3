package dev.inkling.text;

/** Rows of weights for the parts of a mixture. Immutable. */
final class MixWeights {
    private final int parts;
    private final short[] units;
    private final long[] averages;

    /**
     * @param parts how many weights a row has
     * @param units rows one after another, each weight 0 to 65,535 in units of 2^-16
     */
    MixWeights(int parts, short[] units) {
        this.parts = parts;
        this.units = units.clone();
        this.averages = new long[parts];
        int rows = units.length / parts;
        for (int part = 0; part < parts; part++) {
            for (int row = 0; row < rows; row++) {
                averages[part] += weight(row, part);
            }
            averages[part] /= rows;
        }
    }

    /** The rows, one after another. */
    short[] units() {
        return units.clone();
    }

    /** A weight in units of 2^-28. */
    long weight(int row, int part) {
        return (long) (units[row * parts + part] & 0xffff) << 12;
    }

    /** Mean of a part's weights over all rows, in units of 2^-28. */
    long average(int part) {
        return averages[part];
    }
}
