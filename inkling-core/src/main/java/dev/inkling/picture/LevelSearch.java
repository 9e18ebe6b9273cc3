package dev.inkling.picture;

import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.BitCoder;
import dev.inkling.entropy.BitCost;
import java.util.Arrays;

/**
 * Rate-distortion optimised quantisation: picks the levels of one block that cost least under the models' own charges,
 * walking the scan once and remembering the best place to stop. Not thread-safe.
 */
final class LevelSearch {
    private final CoefficientSyntax syntax;
    private final Frame frame;
    private final int stepSize;
    private final double lambda;
    private final BitCoder.Estimator estimator = new BitCoder.Estimator();
    private final int[] coefficients = new int[32 * 32];
    private final int[] chosen = new int[32 * 32];
    private final int[] values = new int[32 * 32];
    private final int[] scratch = new int[32 * 32];
    private final long[] longScratch = new long[32 * 32];
    private final int[] reconstruction = new int[32 * 32];
    private int[] levels = chosen;
    private double cost;
    private double stepCost;
    private int sum;
    private int rowKind;
    private int columnKind;

    LevelSearch(PictureModels models, Frame frame, int step, double lambda) {
        this.syntax = new CoefficientSyntax(models, step);
        this.frame = frame;
        this.stepSize = Quantiser.stepSize(step);
        this.lambda = lambda;
    }

    /** Searches the levels of a residual block; the parameters are those of {@link CoefficientSyntax#begin}. */
    void search(int component, int x, int y, int log, int mode, int roughness, int[] residual, int[] luma, int[] chroma)
            throws MalformedBitstreamException {
        int count = 1 << 2 * log;
        rowKind = BlockCoder.rowKind(component, mode);
        columnKind = BlockCoder.columnKind(component, mode);
        BlockTransform.forward(residual, coefficients, log, rowKind, columnKind, scratch);
        syntax.begin(frame, component, x, y, log, mode, roughness, luma, chroma);
        int[] order = Scan.ORDER[log];
        int last = lastCandidate(order);
        syntax.coded(estimator, 0);
        double empty = spent();
        double energy = energy(residual, count);
        levels = new int[count];
        sum = 0;
        cost = energy + empty;
        if (last >= 0) {
            int end = walk(order, last, energy);
            for (int i = 0; i < end; i++) {
                levels[order[i]] = chosen[i];
                sum += Math.abs(chosen[i]);
            }
        }
        reconstruct(count, log);
    }

    /** Lambda times the rate of the decisions coded to the estimator since the last call. */
    private double spent() {
        double rate = lambda * estimator.cost() / BitCost.UNIT;
        estimator.reset();
        return rate;
    }

    private static double energy(int[] block, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (double) block[i] * block[i];
        }
        return sum;
    }

    /** Last scan position that plain rounding would keep, or -1. */
    private int lastCandidate(int[] order) {
        int last = order.length - 1;
        while (last >= 0 && 2 * Math.abs(coefficients[order[last]]) < stepSize) {
            last--;
        }
        return last;
    }

    /** Chooses levels up to {@code last}; updates the cost and returns how many scan positions the best choice keeps. */
    private int walk(int[] order, int last, double energy) throws MalformedBitstreamException {
        syntax.coded(estimator, 1);
        double running = energy + spent();
        int end = 0;
        for (int i = 0; i <= last; i++) {
            int value = coefficients[order[i]];
            int level = bestLevel(i, value);
            chosen[i] = level;
            running += stepCost;
            if (level != 0) {
                syntax.set(i, level);
                syntax.more(estimator, i, 0);
                double stop = running + spent();
                if (stop < cost) {
                    cost = stop;
                    end = i + 1;
                }
                syntax.more(estimator, i, 1);
                running += spent();
            }
        }
        return end;
    }

    /** The level of one coefficient whose error and rate together are least; leaves the change of cost in stepCost. */
    private int bestLevel(int i, int value) throws MalformedBitstreamException {
        int magnitude = Math.abs(value);
        int nearest = Math.min(Quantiser.MAX_LEVEL, (2 * magnitude + stepSize) / (2 * stepSize));
        syntax.significant(estimator, i, 0);
        stepCost = spent();
        int best = 0;
        if (nearest == 0) {
            return 0;
        }
        int negative = value < 0 ? 1 : 0;
        syntax.significant(estimator, i, 1);
        syntax.sign(estimator, i, negative);
        double base = spent();
        for (int level = nearest; level >= Math.max(1, nearest - 1); level--) {
            syntax.magnitude(estimator, i, level);
            double error = magnitude - Quantiser.dequantise(level, stepSize);
            double change = error * error - (double) magnitude * magnitude
                    + base + spent();
            if (change < stepCost) {
                stepCost = change;
                best = level;
            }
        }
        return negative == 1 ? -best : best;
    }

    private void reconstruct(int count, int log) {
        if (sum == 0) {
            Arrays.fill(reconstruction, 0, count, 0);
            return;
        }
        for (int i = 0; i < count; i++) {
            values[i] = Quantiser.dequantise(levels[i], stepSize);
        }
        BlockTransform.inverse(values, reconstruction, log, rowKind, columnKind, longScratch);
    }

    /** Squared error plus lambda times rate of the choice. */
    double cost() {
        return cost;
    }

    /** The chosen levels in raster order; a new array for each search. */
    int[] levels() {
        return levels;
    }

    /** The decoded residual; valid until the next search. */
    int[] reconstruction() {
        return reconstruction;
    }

    /** Activity class of the choice. */
    int activity() {
        return CoefficientSyntax.activity(sum);
    }
}
