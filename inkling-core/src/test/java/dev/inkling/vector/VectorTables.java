package dev.inkling.vector;

import java.util.stream.LongStream;

/** The numbers of the vector layer that {@code docs/format.md} lists. */
public final class VectorTables {
    private VectorTables() {}

    /** What the weights of levels are powers of, by rate in eighths of a bit from 1. */
    public static long[] bases() {
        return LongStream.rangeClosed(1, LevelTable.RATES).map(rate -> LevelTable.base((int) rate)).toArray();
    }

    /** The last octave of steps. */
    public static long[] powers() {
        return LongStream.range(0, Rates.UNIT).map(k -> Rates.power((int) k)).toArray();
    }
}
