package dev.inkling.codec;

import dev.inkling.bitstream.BitstreamWriter;

/**
 * One way to code the picture layer.
 *
 * @param sizeIndex index of the tiny size
 * @param step      quantiser step
 * @param thrift    thrift of the encoder
 * @param score     base-2 logarithm of the bytes it takes, up to a constant of the picture: a guess
 */
record Rung(int sizeIndex, int step, int thrift, double score) {
    /** A number of its own for each size, step and thrift, whatever the score. */
    int code() {
        return (sizeIndex * BitstreamWriter.STEPS + step) * BitstreamWriter.THRIFTS + thrift;
    }

    /** Whether there is no finer way at this size. */
    boolean isFinest() {
        return step == 0 && thrift == 0;
    }

    /** Whether there is no coarser way at this size. */
    boolean isCoarsest() {
        return step == BitstreamWriter.STEPS - 1 && thrift == BitstreamWriter.THRIFTS - 1;
    }

    /** The same size, half a quantiser step coarser. */
    Rung coarser() {
        double coarserScore = score - Ladder.HALF_STEP;
        return thrift < BitstreamWriter.THRIFTS - 1
                ? new Rung(sizeIndex, step, thrift + 1, coarserScore)
                : new Rung(sizeIndex, step + 1, 0, coarserScore);
    }

    /** The same size, half a quantiser step finer. */
    Rung finer() {
        double finerScore = score + Ladder.HALF_STEP;
        return thrift > 0
                ? new Rung(sizeIndex, step, thrift - 1, finerScore)
                : new Rung(sizeIndex, step - 1, BitstreamWriter.THRIFTS - 1, finerScore);
    }
}
