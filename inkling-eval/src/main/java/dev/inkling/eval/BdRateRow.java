package dev.inkling.eval;

import dev.inkling.metrics.BdRate;
import dev.inkling.metrics.RatePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much more a codec needs than the anchor for the same mean scores.
 *
 * @param codec   name of the codec
 * @param anchor  name of the codec that it is compared with
 * @param metric  name of the metric
 * @param percent positive when it needs more bytes; empty when the curves share no range of scores, or bend back
 */
public record BdRateRow(String codec, String anchor, String metric, OptionalDouble percent) {
    static List<BdRateRow> all(
            List<Results.CodecFacts> codecs, List<Results.MetricFacts> metrics, List<Mean> means) {
        List<BdRateRow> rows = new ArrayList<>();
        String anchor = codecs.get(0).name();
        for (Results.CodecFacts codec : codecs.subList(1, codecs.size())) {
            for (Results.MetricFacts metric : metrics) {
                List<RatePoint> ours = curve(anchor, metric.name(), means);
                List<RatePoint> theirs = curve(codec.name(), metric.name(), means);
                rows.add(new BdRateRow(codec.name(), anchor, metric.name(), percent(ours, theirs)));
            }
        }
        return rows;
    }

    private static OptionalDouble percent(List<RatePoint> anchor, List<RatePoint> test) {
        return anchor.size() < 2 || test.size() < 2 ? OptionalDouble.empty() : BdRate.of(anchor, test);
    }

    /** Mean score over mean bytes, at the budgets where no picture failed. */
    private static List<RatePoint> curve(String codec, String metric, List<Mean> means) {
        return means.stream()
                .filter(mean -> mean.codec().equals(codec) && mean.whole() && mean.metrics().containsKey(metric))
                // Equal pictures have no finite PSNR.
                .filter(mean -> Double.isFinite(mean.metrics().get(metric).mean()))
                .map(mean -> new RatePoint(mean.bytes(), mean.metrics().get(metric).mean()))
                .toList();
    }
}
