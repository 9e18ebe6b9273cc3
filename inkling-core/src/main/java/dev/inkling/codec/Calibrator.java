package dev.inkling.codec;

import dev.inkling.Calibration;
import dev.inkling.Embedding;
import dev.inkling.vector.CalibrationLearner;
import java.util.List;

/** Learns from a user's vectors what others of the kind will be like, so that they take fewer bytes. */
public final class Calibrator {
    /** Fewest vectors to learn from. */
    public static final int MIN_VECTORS = CalibrationLearner.MIN_VECTORS;

    /** Steps that learning takes. */
    public static final int STEPS = CalibrationLearner.STEPS;

    private Calibrator() {}

    /**
     * Learns a calibration. Takes a time in proportion to the square of the dimension.
     *
     * @param vectors  at least {@link #MIN_VECTORS} of one dimension, in no particular order; several for each axis
     * @param axes     number of principal axes, 0 to {@link Calibration#MAX_AXES}; fewer where there are few vectors
     * @param progress called after each of {@link #STEPS} steps
     * @throws IllegalArgumentException when they are not that
     */
    public static Calibration learn(List<Embedding> vectors, int axes, Runnable progress) {
        return CalibrationLearner.learn(vectors, axes, progress);
    }
}
