package dev.inkling.eval.report;

import dev.inkling.eval.Mean;
import dev.inkling.eval.Results;
import dev.inkling.eval.Results.MetricFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A rate–distortion chart: mean score over mean bytes.
 *
 * @param title  the metric and its direction
 * @param curves one for each codec that has points; each keeps the place of its codec, and so its colour
 * @param bytes  the axis of the rate
 * @param score  the axis of the metric
 */
record Chart(String title, List<Curve> curves, Axis bytes, Axis score) {
    /**
     * @param codec  name of the codec
     * @param place  its place among the codecs, from 0
     * @param points by budget
     */
    record Curve(String codec, int place, List<Point> points) {}

    /**
     * @param bytes mean length of the files
     * @param score mean of the metric
     * @param label what to say of the point
     */
    record Point(double bytes, double score, String label) {}

    /** The chart of a metric; without curves when nothing could be measured. */
    static Chart of(Results results, MetricFacts metric) {
        List<Curve> curves = new ArrayList<>();
        for (int place = 0; place < results.codecs().size(); place++) {
            String codec = results.codecs().get(place).name();
            List<Point> points = points(results, codec, metric.name());
            if (!points.isEmpty()) {
                curves.add(new Curve(codec, place, points));
            }
        }
        List<Point> all = curves.stream().flatMap(curve -> curve.points().stream()).toList();
        return new Chart(
                metric.name() + (metric.higherIsBetter() ? " (higher is better)" : " (lower is better)"), curves,
                Axis.logarithmic(all.stream().mapToDouble(Point::bytes).toArray()),
                Axis.linear(all.stream().mapToDouble(Point::score).toArray()));
    }

    /** A budget where a picture failed has no point. */
    private static List<Point> points(Results results, String codec, String metric) {
        return results.means().stream()
                .filter(mean -> mean.codec().equals(codec) && mean.whole() && mean.metrics().containsKey(metric))
                .filter(mean -> Double.isFinite(mean.metrics().get(metric).mean()))
                .map(mean -> point(mean, metric))
                .toList();
    }

    private static Point point(Mean mean, String metric) {
        double score = mean.metrics().get(metric).mean();
        return new Point(mean.bytes(), score, String.format(
                Locale.ROOT, "%s at most %d bytes: %.1f bytes, %s %.4f", mean.codec(), mean.maxBytes(), mean.bytes(),
                metric, score));
    }

    boolean isEmpty() {
        return curves.isEmpty();
    }
}
