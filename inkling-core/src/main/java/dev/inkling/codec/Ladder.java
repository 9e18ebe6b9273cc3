package dev.inkling.codec;

import dev.inkling.bitstream.BitstreamWriter;
import dev.inkling.image.ImageSize;
import java.util.ArrayList;
import java.util.List;

/**
 * The ways to code one picture, from the fewest bytes to the most, each worth its bytes: the coarser the quantiser, the
 * smaller the tiny picture. It depends on the picture alone, never on a budget, so that a larger budget chooses among
 * more rungs of the same ladder.
 */
final class Ladder {
    /**
     * Error of shrinking, in squared quantiser steps, at which a size and a step go well together: on 20 photographs
     * coded to 150 to 700 bytes, values of 0.016 to 0.04 gave the best PSNR and LPIPS through the embedded network.
     */
    private static final double BALANCE = 0.022;

    /** How the bytes grow with the fineness of the quantiser. */
    private static final double STEP_EXPONENT = 1.1;

    private static final double STEPS_PER_OCTAVE = 12;

    /** Score of half a quantiser step. */
    static final double HALF_STEP = 0.5 * STEP_EXPONENT / STEPS_PER_OCTAVE;

    /** Quantiser step 0 in 8-bit steps. */
    private static final double FINEST_STEP = 9;

    /** Sizes whose error is measured; those between are interpolated. */
    private static final int[] MEASURED = {0, 1, 2, 3, 4, 6, 8, 11, 14, 18, 22};

    private Ladder() {}

    static List<Rung> of(View view) {
        double[] errors = shrinkingErrors(view);
        List<Rung> rungs = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        int sizes = BitstreamWriter.TINY_SIZES;
        for (int s = 0; s < sizes; s++) {
            int middle = balancedStep(errors[s]);
            int reach = reach(view.source(), s);
            int finest = s == sizes - 1 ? 0 : Math.max(0, middle - reach);
            // The first rung is the smallest file there is, whatever the balance.
            int coarsest = s == 0 ? BitstreamWriter.STEPS - 1 : Math.min(BitstreamWriter.STEPS - 1, middle + reach);
            for (int step = coarsest; step >= finest; step--) {
                for (int thrift = BitstreamWriter.THRIFTS - 1; thrift >= 0; thrift--) {
                    double score = score(view.source(), s, step, thrift);
                    if (score > last) {
                        rungs.add(new Rung(s, step, thrift, score));
                        last = score;
                    }
                }
            }
        }
        return List.copyOf(rungs);
    }

    private static double[] shrinkingErrors(View view) {
        double[] errors = new double[BitstreamWriter.TINY_SIZES];
        double smallest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < MEASURED.length; k++) {
            int s = MEASURED[k];
            smallest = Math.min(smallest, Math.max(0.01, view.shrinkingError(s)));
            errors[s] = smallest;
            for (int between = k == 0 ? s : MEASURED[k - 1] + 1; between < s; between++) {
                int before = MEASURED[k - 1];
                double part = (double) (between - before) / (s - before);
                errors[between] = errors[before] * StrictMath.pow(errors[s] / errors[before], part);
            }
        }
        return errors;
    }

    private static int balancedStep(double error) {
        double stepSize = StrictMath.sqrt(error / BALANCE);
        double index = STEPS_PER_OCTAVE * StrictMath.log(stepSize / FINEST_STEP) / StrictMath.log(2);
        return (int) Math.max(0, Math.min(BitstreamWriter.STEPS - 1, StrictMath.rint(index)));
    }

    /** How many steps to each side of the balance cover the gap to the neighbouring sizes. */
    private static int reach(ImageSize source, int s) {
        int other = s == 0 ? 1 : s - 1;
        double octaves = Math.abs(area(source, s) - area(source, other)) / STEP_EXPONENT;
        return (int) StrictMath.ceil(STEPS_PER_OCTAVE * octaves / 2) + 1;
    }

    private static double area(ImageSize source, int s) {
        return StrictMath.log(BitstreamWriter.tinySize(source, s).pixels()) / StrictMath.log(2);
    }

    /** The rung of a size whose score is nearest. */
    static Rung nearest(ImageSize source, int s, double score) {
        int halfSteps = (int) StrictMath.rint((area(source, s) - score) / HALF_STEP);
        int clamped = Math.max(0, Math.min(BitstreamWriter.STEPS * BitstreamWriter.THRIFTS - 1, halfSteps));
        int step = clamped / BitstreamWriter.THRIFTS;
        int thrift = clamped % BitstreamWriter.THRIFTS;
        return new Rung(s, step, thrift, score(source, s, step, thrift));
    }

    private static double score(ImageSize source, int s, int step, int thrift) {
        return area(source, s) - STEP_EXPONENT * (step + 0.5 * thrift) / STEPS_PER_OCTAVE;
    }
}
