package dev.inkling.vector;

/**
 * A fixed orthogonal transform of any dimension that makes every vector look like Gaussian noise: six rounds of a
 * Hadamard transform, random signs and a random order (randomised Hadamard, Ailon, Chazelle 2006). The decoder's
 * direction is integers only. Immutable.
 *
 * <p>A Hadamard transform has a power of two as its size, here more than half the dimension; which components it leaves out
 * is another choice in each round. Two rounds are enough for a dimension that is a power of two, and six for all.
 */
final class Rotation {
    private static final int ROUNDS = 6;

    private static final int FRACTION = 24;

    /** 2^24 times the square root of 1/2. */
    private static final int ROOT_HALF = 11863283;

    private final int dimension;
    private final int block;
    private final int[][] order = new int[ROUNDS][];
    private final int[][] signs = new int[ROUNDS][];

    /** @param dimension at least 1 */
    Rotation(int dimension) {
        this.dimension = dimension;
        this.block = Integer.highestOneBit(dimension);
        Sequence random = new Sequence(dimension);
        for (int round = 0; round < ROUNDS; round++) {
            signs[round] = signs(random);
            order[round] = order(random);
        }
    }

    private int[] signs(Sequence random) {
        int[] drawn = new int[dimension];
        for (int i = 0; i < dimension; i++) {
            drawn[i] = 1 - 2 * random.below(2);
        }
        return drawn;
    }

    /** Fisher and Yates' shuffle. */
    private int[] order(Sequence random) {
        int[] drawn = new int[dimension];
        for (int i = 0; i < dimension; i++) {
            drawn[i] = i;
        }
        for (int i = dimension - 1; i > 0; i--) {
            int other = random.below(i + 1);
            int kept = drawn[i];
            drawn[i] = drawn[other];
            drawn[other] = kept;
        }
        return drawn;
    }

    /** SplitMix64 (Steele, Lea, Flood 2014). */
    private static final class Sequence {
        private long state;

        Sequence(long seed) {
            state = seed;
        }

        int below(int bound) {
            state += 0x9e3779b97f4a7c15L;
            long mixed = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
            mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
            mixed ^= mixed >>> 31;
            return (int) ((mixed >>> 33) * bound >>> 31);
        }
    }

    /**
     * From coefficients to components, exactly.
     *
     * @param values as many as dimensions, the sum of their squares at most 2^64
     */
    long[] inverse(long[] values) {
        long[] from = values.clone();
        for (int round = 0; round < ROUNDS; round++) {
            hadamard(from);
            long[] to = new long[dimension];
            for (int i = 0; i < dimension; i++) {
                to[order[round][i]] = signs[round][i] * from[i];
            }
            from = to;
        }
        return from;
    }

    private void hadamard(long[] values) {
        for (int half = 1; half < block; half *= 2) {
            for (int start = 0; start < block; start += 2 * half) {
                for (int i = start; i < start + half; i++) {
                    long sum = values[i] + values[i + half];
                    values[i + half] = values[i] - values[i + half];
                    values[i] = sum;
                }
            }
        }
        int log = Integer.numberOfTrailingZeros(block);
        long factor = (log & 1) == 0 ? 1 << FRACTION - log / 2 : ROOT_HALF >> log / 2;
        for (int i = 0; i < block; i++) {
            values[i] = values[i] * factor + (1 << FRACTION - 1) >> FRACTION;
        }
    }

    /** From components to coefficients. */
    double[] forward(double[] values) {
        double[] to = values;
        for (int round = ROUNDS - 1; round >= 0; round--) {
            double[] from = to;
            to = new double[dimension];
            for (int i = 0; i < dimension; i++) {
                to[i] = signs[round][i] * from[order[round][i]];
            }
            hadamard(to);
        }
        return to;
    }

    private void hadamard(double[] values) {
        for (int half = 1; half < block; half *= 2) {
            for (int start = 0; start < block; start += 2 * half) {
                for (int i = start; i < start + half; i++) {
                    double sum = values[i] + values[i + half];
                    values[i + half] = values[i] - values[i + half];
                    values[i] = sum;
                }
            }
        }
        double factor = 1 / Math.sqrt(block);
        for (int i = 0; i < block; i++) {
            values[i] *= factor;
        }
    }
}
