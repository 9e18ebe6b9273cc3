package dev.inkling.vector;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the levels whose squared error plus rate times its price is least, of all paths through the trellis (Viterbi's algorithm,
 * entropy-coded trellis-coded quantisation, Fischer, Wang 1992). Not thread-safe.
 */
final class TrellisSearch {
    /** Levels that are tried besides the one next to a coefficient: smaller ones cost fewer bits. */
    private static final int SMALLER = 8;

    private static final int LARGER = 4;
    private static final int ALWAYS = 4;

    /** The states that lead to each by the first half of the codebook, and then those that do by the second. */
    private static final int[] PREVIOUS = new int[2 * Trellis.STATES];

    static {
        for (int state = 0; state < Trellis.STATES; state++) {
            PREVIOUS[state] = Trellis.previous(state, 0);
            PREVIOUS[Trellis.STATES + state] = Trellis.previous(state, 1);
        }
    }

    private final double[] targets;
    private final double[][] bits;
    private final double[] cost = new double[4];
    private final int[] best;
    /** Whether the best way into a state is by the second half of the codebook. */
    private final boolean[] halves;

    private double[] before = new double[Trellis.STATES];
    private double[] after = new double[Trellis.STATES];

    /** @param coefficients those of a vector, all of them */
    TrellisSearch(double[] coefficients, Rates rates) {
        int[] coded = new int[coefficients.length];
        int count = 0;
        for (int i = 0; i < coefficients.length; i++) {
            if (rates.of(i) > 0) {
                coded[count++] = i;
            }
        }
        targets = new double[count];
        bits = new double[count][];
        Map<LevelTable, double[]> known = new HashMap<>();
        for (int n = 0; n < count; n++) {
            targets[n] = coefficients[coded[n]] / rates.step();
            bits[n] = known.computeIfAbsent(rates.table(coded[n]), LevelTable::bits);
        }
        best = new int[4 * count];
        halves = new boolean[Trellis.STATES * count];
    }

    /**
     * The levels of the coefficients that are coded, in order.
     *
     * @param price what a bit costs, in units of the squared step
     */
    int[] levels(double price) {
        Arrays.fill(before, Double.POSITIVE_INFINITY);
        before[0] = 0;
        for (int n = 0; n < targets.length; n++) {
            for (int odd = 0; odd < 2; odd++) {
                choose(n, odd, price);
            }
            step(n);
        }
        return path();
    }

    /** The best level of each half of the codebook of even or odd states. */
    private void choose(int n, int odd, double price) {
        double target = targets[n];
        cost[2 * odd] = Double.POSITIVE_INFINITY;
        cost[2 * odd + 1] = Double.POSITIVE_INFINITY;
        int count = bits[n].length;
        int nearest = (int) Math.min(count, Math.abs(target) / 2);
        for (int level = 0; level < Math.min(ALWAYS, count); level++) {
            weigh(n, odd, level, target, price);
        }
        for (int level = Math.max(ALWAYS, nearest - SMALLER); level < Math.min(count, nearest + LARGER); level++) {
            weigh(n, odd, level, target, price);
        }
    }

    private void weigh(int n, int odd, int level, double target, double price) {
        double error = target - Trellis.value(odd, level);
        double sum = error * error + price * bits[n][level];
        int place = 2 * odd + Trellis.half(level);
        if (sum < cost[place]) {
            cost[place] = sum;
            best[4 * n + place] = level;
        }
    }

    /**
     * Keeps the better of the two ways into each state, which differ in the half of the codebook. This loop takes nearly
     * all of the time that a vector takes: the table of states is read in order, and nothing in it branches.
     */
    private void step(int n) {
        double[] from = before;
        double[] to = after;
        for (int odd = 0; odd < 2; odd++) {
            double lowerCost = cost[2 * odd];
            double upperCost = cost[2 * odd + 1];
            int end = (odd + 1) * Trellis.STATES / 2;
            for (int state = odd * Trellis.STATES / 2; state < end; state++) {
                double lower = from[PREVIOUS[state]] + lowerCost;
                double upper = from[PREVIOUS[Trellis.STATES + state]] + upperCost;
                to[state] = Math.min(lower, upper);
                halves[n * Trellis.STATES + state] = upper < lower;
            }
        }
        before = to;
        after = from;
    }

    private int[] path() {
        int state = 0;
        for (int other = 1; other < Trellis.STATES; other++) {
            state = before[other] < before[state] ? other : state;
        }
        int[] levels = new int[targets.length];
        for (int n = levels.length - 1; n >= 0; n--) {
            int half = halves[n * Trellis.STATES + state] ? 1 : 0;
            state = Trellis.previous(state, half);
            levels[n] = best[4 * n + 2 * (state & 1) + half];
        }
        return levels;
    }
}
