package dev.inkling.text;

/**
 * How well each part of a mixture has done in this text, against what its weights promised: a running estimate as in one
 * round of expectation maximisation, with the trained weights as prior. Not thread-safe.
 */
final class MixTrust {
    /** The prior counts as much as so many pieces. */
    private static final int STRENGTH = 32;
    /** Keeps parts without any weight apart from nothing; in units of 2^-28. */
    private static final long LEAST = 1 << 14;

    private final MixWeights weights;
    private final long[] earned;
    private final long[] promised;

    /** @param parts how many parts are to be trusted more or less, the first ones of each row */
    MixTrust(MixWeights weights, int parts) {
        this.weights = weights;
        this.earned = new long[parts];
        this.promised = new long[parts];
    }

    /** Weight of a part in a row times the trust in the part, in units of 2^-28; at most 2^31. */
    long trusted(int row, int part) {
        long prior = STRENGTH * weights.average(part) + LEAST;
        long trust = (prior + earned[part]) / (prior + promised[part] >> 12);
        return weights.weight(row, part) * Math.min(trust, 8 << 12) >> 12;
    }

    /**
     * Moves on over a piece.
     *
     * @param row           the row that applied
     * @param probabilities that the parts gave to the piece, in units of 2^-30
     */
    void accept(int row, long[] probabilities) {
        long[] shares = new long[earned.length];
        long sum = 1;
        for (int part = 0; part < shares.length; part++) {
            shares[part] = trusted(row, part) * (probabilities[part] >> 2) >> 16;
            sum += shares[part];
        }
        for (int part = 0; part < shares.length; part++) {
            earned[part] += (shares[part] << 16) / sum << 12;
            promised[part] += weights.weight(row, part);
        }
    }
}
