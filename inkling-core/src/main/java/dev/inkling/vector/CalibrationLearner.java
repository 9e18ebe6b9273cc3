package dev.inkling.vector;

import dev.inkling.Calibration;
import dev.inkling.Embedding;
import java.util.ArrayList;
import java.util.List;

/**
 * Learns a calibration from vectors. Three in four give mean and axes, the others how far vectors spread along these:
 * the spread of the vectors that axes were fitted to is too large along the last of them, and too small across them.
 */
public final class CalibrationLearner {
    /** Fewest vectors. */
    public static final int MIN_VECTORS = 16;

    /** Steps that learning takes. */
    public static final int STEPS = PrincipalAxes.ITERATIONS;

    private static final int HELD_OUT = 4;
    private static final int OCTAVE = 8;
    private static final int NARROWEST = 255;

    private final int dimension;
    private final short[] mean;
    private final List<double[]> learnt = new ArrayList<>();
    private final List<double[]> held = new ArrayList<>();

    private CalibrationLearner(List<Embedding> vectors) {
        dimension = vectors.get(0).dimension();
        mean = mean(vectors);
        for (int i = 0; i < vectors.size(); i++) {
            (isHeldOut(i) ? held : learnt).add(deviation(vectors.get(i)));
        }
    }

    /**
     * Learns from vectors.
     *
     * @param vectors  at least {@link #MIN_VECTORS} of one dimension; several for each axis are needed for it to help
     * @param axes     number of principal axes, 0 to {@link Calibration#MAX_AXES}; fewer where there are few vectors
     * @param progress called after each of {@link #STEPS} steps
     * @throws IllegalArgumentException when they are not that
     */
    public static Calibration learn(List<Embedding> vectors, int axes, Runnable progress) {
        if (vectors.size() < MIN_VECTORS) {
            throw new IllegalArgumentException(
                    "a calibration takes at least " + MIN_VECTORS + " vectors, found " + vectors.size());
        }
        if (axes < 0 || axes > Calibration.MAX_AXES) {
            throw new IllegalArgumentException("axes must be 0 to " + Calibration.MAX_AXES + ", found " + axes);
        }
        CalibrationLearner learner = new CalibrationLearner(vectors);
        return learner.calibration(Math.min(axes, Math.min(learner.learnt.size(), learner.dimension) - 1), progress);
    }

    private static boolean isHeldOut(int i) {
        return i % HELD_OUT == HELD_OUT - 1;
    }

    private short[] mean(List<Embedding> vectors) {
        double[] sums = new double[dimension];
        int count = 0;
        for (int v = 0; v < vectors.size(); v++) {
            if (vectors.get(v).dimension() != dimension) {
                throw new IllegalArgumentException("vectors of " + dimension + " and of "
                        + vectors.get(v).dimension() + " components");
            }
            if (!isHeldOut(v)) {
                add(vectors.get(v), sums);
                count++;
            }
        }
        short[] rounded = new short[dimension];
        for (int i = 0; i < dimension; i++) {
            long units = Math.round(sums[i] / count * Calibration.ONE);
            rounded[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, units));
        }
        return rounded;
    }

    private static void add(Embedding vector, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += (double) vector.units(i) / Embedding.ONE;
        }
    }

    private double[] deviation(Embedding vector) {
        double[] deviation = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            deviation[i] = (double) vector.units(i) / Embedding.ONE - (double) mean[i] / Calibration.ONE;
        }
        return deviation;
    }

    private Calibration calibration(int count, Runnable progress) {
        double[][] axes = PrincipalAxes.of(learnt, count, progress);
        short[][] directions = new short[count][];
        for (int k = 0; k < count; k++) {
            Reflection reflection = Reflection.of(axes[k], k);
            for (int later = k + 1; later < count; later++) {
                reflection.apply(axes[later]);
            }
            held.forEach(reflection::apply);
            directions[k] = reflection.direction();
        }
        return Calibration.of(mean, spreads(count), directions);
    }

    /** The spread of the held-out vectors along each axis and, last, across them. */
    private byte[] spreads(int count) {
        byte[] spreads = new byte[count + 1];
        for (int k = 0; k < count; k++) {
            spreads[k] = (byte) spread(k, k + 1);
        }
        spreads[count] = (byte) spread(count, dimension);
        return spreads;
    }

    private int spread(int from, int to) {
        double squares = 0;
        for (double[] deviation : held) {
            for (int i = from; i < to; i++) {
                squares += deviation[i] * deviation[i];
            }
        }
        double deviation = Math.sqrt(squares / held.size() / (to - from));
        return (int) Math.max(0, Math.min(NARROWEST, Math.round(-OCTAVE * StrictMath.log(deviation) / StrictMath.log(2))));
    }
}
