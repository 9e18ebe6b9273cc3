package dev.inkling.vector;

import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.Log2;
import dev.inkling.entropy.RangeDecoder;
import dev.inkling.entropy.RangeEncoder;
import java.util.Arrays;

/**
 * The probabilities of levels at one rate: those of a Gaussian at the values {@code 2 * level + 1} that levels stand for
 * (see {@link Trellis}), so that level m has a weight of {@code b^(m (m + 1) / 2)}. Integers only. Immutable.
 */
final class LevelTable {
    /** Rates are 1 to this, in eighths of a bit. */
    static final int RATES = 64;

    private static final int TOTAL = RangeEncoder.MAX_TOTAL;
    private static final int FRACTION = 30;

    /** Levels with a smaller weight are left out, in units of 2^-30; there are always at least three. */
    private static final long LEAST = 1 << 10;

    /** {@code b} of each rate, in units of 2^-30: chosen so that the entropy of the levels is that rate. */
    private static final int[] BASES = {
        18693648, 46417897, 82141263, 126087932, 178115783, 237252707, 301705907, 369236509,
        437587135, 504764438, 569173504, 629654635, 685460151, 736197452, 781757888, 822244803,
        857908639, 889092793, 916191105, 939616217, 959777259, 977065053, 991843087, 1004442746,
        1015161556, 1024263449, 1031980332, 1038514413, 1044040909, 1048710877, 1052654000, 1055981231,
        1058787226, 1061152548, 1063145628, 1064824499, 1066238307, 1067428626, 1068430590, 1069273866,
        1069983488, 1070580572, 1071082915, 1071505516, 1071861009, 1072160033, 1072411545, 1072623087,
        1072801004, 1072950637, 1073076479, 1073182310, 1073271311, 1073346158, 1073409100, 1073462030,
        1073506542, 1073543973, 1073575449, 1073601918, 1073624176, 1073642894, 1073658633, 1073671869
    };

    /** Sums of the frequencies of the levels before each and, last, of all. */
    private final int[] starts;

    /** @param rate 1 to {@link #RATES} */
    LevelTable(int rate) {
        starts = starts(weights(base(rate)));
    }

    /** {@code b} of a rate, in units of 2^-30. */
    static int base(int rate) {
        return BASES[rate - 1];
    }

    private static long[] weights(long base) {
        long[] weights = new long[TOTAL];
        long power = base;
        weights[0] = 1 << FRACTION;
        int count = 1;
        while (count < 3 || weights[count - 1] >= LEAST) {
            weights[count] = weights[count - 1] * power >> FRACTION;
            power = power * base >> FRACTION;
            count++;
        }
        return Arrays.copyOf(weights, count);
    }

    /** Every level has a frequency of at least 1; the first takes what rounding leaves over. */
    private static int[] starts(long[] weights) {
        long sum = Arrays.stream(weights).sum();
        int[] starts = new int[weights.length + 1];
        starts[weights.length] = TOTAL;
        for (int m = weights.length - 1; m > 0; m--) {
            starts[m] = starts[m + 1] - 1 - (int) (weights[m] * (TOTAL - weights.length) / sum);
        }
        return starts;
    }

    /** Number of levels. */
    int count() {
        return starts.length - 1;
    }

    /** Frequency of a level out of 2^16. */
    int frequency(int level) {
        return starts[level + 1] - starts[level];
    }

    /** Ideal code lengths of all levels. */
    double[] bits() {
        double[] bits = new double[count()];
        for (int level = 0; level < bits.length; level++) {
            bits[level] = 16 - (double) Log2.of(frequency(level)) / (1 << Log2.FRACTION);
        }
        return bits;
    }

    void encode(int level, RangeEncoder out) {
        out.encode(starts[level], frequency(level), TOTAL);
    }

    int decode(RangeDecoder in) throws MalformedBitstreamException {
        int found = Arrays.binarySearch(starts, in.locate(TOTAL));
        int level = found >= 0 ? found : -found - 2;
        in.consume(starts[level], frequency(level), TOTAL);
        return level;
    }
}
