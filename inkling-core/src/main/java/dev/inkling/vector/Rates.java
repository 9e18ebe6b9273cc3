package dev.inkling.vector;

import org.jspecify.annotations.Nullable;

/**
 * How many bits each coefficient is worth when all have the same distortion: the logarithm of its standard deviation
 * over the root of that distortion (reverse water-filling, Cover, Thomas 2006, §10.3.3). Rates are in units of 1/32 bit.
 * Not thread-safe.
 */
final class Rates {
    /** Number of rates that the coefficient of the widest spread may have: 1/32 bit to 8 bits. */
    static final int COUNT = 256;

    /** Rates for a bit. */
    static final int UNIT = 32;

    /** Below a quarter of a bit, one of the two values next to 0 is a worse guess than 0 itself. */
    static final int LEAST = 8;

    /** Rates for each rate that has a table, and units of rate for each unit of spread. */
    private static final int FINER = COUNT / LevelTable.RATES;

    private static final long[] POWERS = {
        1099511627776L, 1075951360882L, 1052895941924L, 1030334553052L, 1008256608221L, 986651748220L,
        965509835818L, 944820951002L, 924575386326L, 904763642353L, 885376423199L, 866404632174L,
        847839367509L, 829671918182L, 811893759832L, 794496550754L, 777472127993L, 760812503506L,
        744509860418L, 728556549354L, 712945084849L, 697668141836L, 682718552209L, 668089301461L,
        653773525389L, 639764506878L, 626055672747L, 612640590661L, 599512966122L, 586666639506L,
        574095583180L, 561793898668L
    };

    /** Fractional bits of the powers beyond those of coefficients. */
    private static final int GUARD = 16;

    private final Basis basis;
    private final int distortion;
    private final int least;
    private final @Nullable LevelTable[] tables = new LevelTable[LevelTable.RATES + 1];

    /** @param widest rate of the coefficient of the widest spread, 1 to {@link #COUNT} */
    Rates(Basis basis, int widest) {
        this.basis = basis;
        int spread = basis.spread(0);
        for (int i = 1; i < basis.dimension(); i++) {
            spread = Math.min(spread, basis.spread(i));
        }
        distortion = FINER * spread + widest;
        least = Math.min(LEAST, widest);
    }

    /** 2^(40 - k / 32), rounded down, for k of 0 to 31. */
    static long power(int k) {
        return POWERS[k];
    }

    /** Rate of a coefficient; 0 when it is not coded, and a decoder takes it as 0. */
    int of(int i) {
        int rate = distortion - FINER * basis.spread(i);
        return rate < least ? 0 : rate;
    }

    /** The probabilities of the levels of a coefficient that is coded. */
    LevelTable table(int i) {
        int index = Math.max(1, (of(i) + FINER / 2) / FINER);
        LevelTable table = tables[index];
        if (table == null) {
            table = new LevelTable(index);
            tables[index] = table;
        }
        return table;
    }

    /** All rates together. */
    long sum() {
        long sum = 0;
        for (int i = 0; i < basis.dimension(); i++) {
            sum += of(i);
        }
        return sum;
    }

    /** Root of the distortion of every coefficient: what the odd numbers of the trellis are multiples of. */
    double step() {
        return Math.scalb((double) power(distortion % UNIT), -Basis.FRACTION - GUARD - (distortion / UNIT));
    }

    /** What an odd number of the trellis stands for, in units of 2^-24. */
    long coefficient(int value) {
        return value * power(distortion % UNIT) >> GUARD + (distortion / UNIT);
    }
}
