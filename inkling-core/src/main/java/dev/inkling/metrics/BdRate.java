package dev.inkling.metrics;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much more rate one codec needs than another for the same scores, averaged over the scores that both reach
 * (Bjøntegaard, VCEG-M33, 2001). The logarithm of the rate is interpolated over the score with {@link MonotoneCubic
 * piecewise cubics} (as in JCTVC-L1100), not with one polynomial, which may swing between the points. Lower is better.
 */
public final class BdRate {
    private BdRate() {}

    /**
     * @param anchor curve of the codec that is compared with, two points or more, in any order
     * @param test   curve of the codec that is judged, two points or more, in any order
     * @return per cent, above -100, negative when {@code test} needs less; empty when the curves share no interval of
     *         scores, or when the score of one of them does not strictly rise, or strictly fall, with its rate: a
     *         score then has no one rate
     * @throws IllegalArgumentException when a curve has fewer than two points
     */
    public static OptionalDouble of(List<RatePoint> anchor, List<RatePoint> test) {
        List<RatePoint> sortedAnchor = byScore(anchor);
        List<RatePoint> sortedTest = byScore(test);
        double from = Math.max(first(sortedAnchor).score(), first(sortedTest).score());
        double to = Math.min(last(sortedAnchor).score(), last(sortedTest).score());
        if (from >= to || !isMonotone(sortedAnchor) || !isMonotone(sortedTest)) {
            return OptionalDouble.empty();
        }
        double area = logRate(sortedTest).integral(from, to) - logRate(sortedAnchor).integral(from, to);
        return OptionalDouble.of(100 * Math.expm1(area / (to - from)));
    }

    private static List<RatePoint> byScore(List<RatePoint> curve) {
        if (curve.size() < 2) {
            throw new IllegalArgumentException("a curve of " + curve.size() + " points");
        }
        return curve.stream().sorted(Comparator.comparingDouble(RatePoint::score)).toList();
    }

    private static boolean isMonotone(List<RatePoint> curve) {
        double direction = Math.signum(last(curve).rate() - first(curve).rate());
        for (int i = 1; i < curve.size(); i++) {
            RatePoint before = curve.get(i - 1);
            RatePoint after = curve.get(i);
            if (before.score() == after.score() || direction * (after.rate() - before.rate()) <= 0) {
                return false;
            }
        }
        return true;
    }

    private static MonotoneCubic logRate(List<RatePoint> curve) {
        return new MonotoneCubic(
                curve.stream().mapToDouble(RatePoint::score).toArray(),
                curve.stream().mapToDouble(point -> Math.log(point.rate())).toArray());
    }

    private static RatePoint first(List<RatePoint> curve) {
        return curve.get(0);
    }

    private static RatePoint last(List<RatePoint> curve) {
        return curve.get(curve.size() - 1);
    }
}
