package dev.inkling.eval.vector;

import dev.inkling.Embedding;

/**
 * The same number of bits for each component, without a header: the published ways to store embeddings in few bits. The
 * intervals are equal and have the best size for Gaussian components (Max 1960, table II); one bit is the sign.
 *
 * @param dimension of the vectors
 * @param bits      for each component, 1 to 4
 */
record ScalarCodec(int dimension, int bits) implements VectorCodec {
    /** Interval for 1 to 4 bits, in standard deviations. */
    private static final double[] INTERVALS = {1.596, 0.9957, 0.5860, 0.3352};

    @Override
    public String name() {
        return bits == 1 ? "signs" : "scalar";
    }

    private double interval() {
        return INTERVALS[bits - 1] / Math.sqrt(dimension);
    }

    @Override
    public byte[] encode(Embedding vector) {
        byte[] file = new byte[(dimension * bits + Byte.SIZE - 1) / Byte.SIZE];
        int half = 1 << bits - 1;
        for (int i = 0; i < dimension; i++) {
            int index = (int) Math.floor(vector.component(i) / interval()) + half;
            int kept = Math.max(0, Math.min(2 * half - 1, index));
            for (int bit = 0; bit < bits; bit++) {
                int at = i * bits + bit;
                file[at / Byte.SIZE] |= (byte) ((kept >> bit & 1) << at % Byte.SIZE);
            }
        }
        return file;
    }

    @Override
    public Embedding decode(byte[] file) {
        double[] values = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            int index = 0;
            for (int bit = 0; bit < bits; bit++) {
                int at = i * bits + bit;
                index |= (file[at / Byte.SIZE] >> at % Byte.SIZE & 1) << bit;
            }
            values[i] = (index - (1 << bits - 1) + 0.5) * interval();
        }
        return Embedding.of(values);
    }
}
