package dev.inkling.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * One codec at one budget over all pictures that did not fail.
 *
 * @param codec         name of the codec
 * @param maxBytes      the budget
 * @param pictures      how many pictures the means are over
 * @param failed        how many failed
 * @param bytes         mean length of the files
 * @param bpp           mean rate
 * @param microBpp      mean rate in millionths
 * @param parts         mean bits by part of the file
 * @param encodeSeconds mean time of encoding
 * @param decodeSeconds mean time of decoding
 * @param metrics       mean and standard deviation over pictures by metric; a metric that failed somewhere is missing
 */
public record Mean(
        String codec,
        int maxBytes,
        int pictures,
        int failed,
        double bytes,
        double bpp,
        double microBpp,
        Map<String, Double> parts,
        double encodeSeconds,
        double decodeSeconds,
        Map<String, Spread> metrics) {

    /**
     * @param mean              of the values
     * @param standardDeviation of the values, with n - 1; 0 for a single one
     */
    public record Spread(double mean, double standardDeviation) {
        static Spread of(List<Double> values) {
            if (values.stream().distinct().count() == 1) {
                // Infinity, too, is its own mean; and rounding must not make equal values differ.
                return new Spread(values.get(0), 0);
            }
            double mean = 0;
            for (double value : values) {
                mean += value / values.size();
            }
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            return new Spread(mean, Math.sqrt(squares / (values.size() - 1)));
        }
    }

    static List<Mean> all(
            List<Results.CodecFacts> codecs, List<Integer> budgets, List<Results.MetricFacts> metrics,
            List<Measurement> measurements) {
        List<Mean> means = new ArrayList<>();
        for (Results.CodecFacts codec : codecs) {
            for (int maxBytes : budgets) {
                List<Measurement> cell = measurements.stream()
                        .filter(one -> one.codec().equals(codec.name()) && one.maxBytes() == maxBytes)
                        .collect(Collectors.toList());
                means.add(of(codec.name(), maxBytes, metrics, cell));
            }
        }
        return means;
    }

    private static Mean of(
            String codec, int maxBytes, List<Results.MetricFacts> metrics, List<Measurement> cell) {
        List<Measurement> made = cell.stream().filter(one -> one.bytes() > 0).toList();
        int failed = (int) cell.stream().filter(one -> !one.complete()).count();
        return new Mean(
                codec, maxBytes, made.size(), failed, mean(made, Measurement::bytes), mean(made, Measurement::bpp),
                mean(made, Measurement::microBpp), parts(made), mean(made, Measurement::encodeSeconds),
                mean(made, Measurement::decodeSeconds), spreads(metrics, made));
    }

    private static double mean(List<Measurement> made, ToDoubleFunction<Measurement> value) {
        return made.stream().mapToDouble(value).average().orElse(0);
    }

    private static Map<String, Double> parts(List<Measurement> made) {
        Map<String, Double> means = new LinkedHashMap<>();
        made.forEach(one -> one.parts().forEach((name, bits) -> means.merge(name, (double) bits / made.size(), Double::sum)));
        return means;
    }

    private static Map<String, Spread> spreads(List<Results.MetricFacts> metrics, List<Measurement> made) {
        Map<String, Spread> spreads = new LinkedHashMap<>();
        for (Results.MetricFacts metric : metrics) {
            if (!made.isEmpty() && made.stream().allMatch(one -> one.metrics().containsKey(metric.name()))) {
                spreads.put(metric.name(), Spread.of(
                        made.stream().map(one -> one.metrics().get(metric.name())).toList()));
            }
        }
        return spreads;
    }

    /** Whether it speaks for all pictures: a mean over those that happened to work is no point of a curve. */
    public boolean whole() {
        return pictures > 0 && failed == 0;
    }
}
