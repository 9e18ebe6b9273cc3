package dev.inkling.eval.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * An axis from 0, its low end, to 1, its high end.
 *
 * @param low         value at the low end
 * @param high        value at the high end, above the low one
 * @param logarithmic whether equal ratios are equally far apart
 * @param ticks       round values between the ends
 */
record Axis(double low, double high, boolean logarithmic, List<Double> ticks) {
    private static final double[] STEPS = {1, 2, 5, 10};
    private static final double[] LOGARITHMIC_TICKS = {1, 1.5, 2, 3, 4, 5, 7};
    private static final int MOST_TICKS = 7;
    private static final double MARGIN = 0.06;

    /** An axis of positive values, a little wider than they are. */
    static Axis logarithmic(double... values) {
        double low = Math.log(Arrays.stream(values).min().orElse(1));
        double high = Math.log(Arrays.stream(values).max().orElse(10));
        double margin = Math.max(MARGIN * (high - low), 0.05);
        double from = Math.exp(low - margin);
        double to = Math.exp(high + margin);
        return new Axis(from, to, true, logarithmicTicks(from, to));
    }

    private static List<Double> logarithmicTicks(double low, double high) {
        List<Double> ticks = new ArrayList<>();
        double[] steps = high / low > 50 ? STEPS : LOGARITHMIC_TICKS;
        for (double decade = Math.pow(10, Math.floor(Math.log10(low))); decade < high; decade *= 10) {
            for (double step : steps) {
                double tick = step * decade;
                if (tick >= low && tick <= high && !ticks.contains(tick)) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /** An axis of any values, a little wider than they are. */
    static Axis linear(double... values) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(1);
        double margin = high > low ? MARGIN * (high - low) : Math.max(1e-3, Math.abs(high) * MARGIN);
        return new Axis(low - margin, high + margin, false, linearTicks(low - margin, high + margin));
    }

    private static List<Double> linearTicks(double low, double high) {
        double step = step(high - low);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** The smallest round step that needs no more than {@link #MOST_TICKS}. */
    private static double step(double range) {
        double decade = Math.pow(10, Math.floor(Math.log10(range / MOST_TICKS)));
        for (double step : STEPS) {
            if (range / (step * decade) <= MOST_TICKS) {
                return step * decade;
            }
        }
        return 10 * decade;
    }

    /** Where a value is, 0 to 1 between the ends. */
    double at(double value) {
        return logarithmic
                ? Math.log(value / low) / Math.log(high / low)
                : (value - low) / (high - low);
    }

    /** A tick as text, with as many digits as it needs. */
    static String label(double tick) {
        String text = String.format(Locale.ROOT, "%.4f", tick);
        return text.replaceFirst("\\.?0+$", "");
    }
}
