package dev.inkling.eval;

import dev.inkling.eval.metrics.Metric;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the decodes of one file are worth. A metric that failed once has no value. Not thread-safe. */
final class Scores {
    private final Raster source;
    private final List<Metric> metrics;
    private final Map<String, List<Double>> values = new LinkedHashMap<>();
    private final Set<String> failures = new LinkedHashSet<>();
    private final List<Double> seconds = new ArrayList<>();

    Scores(Raster source, List<Metric> metrics) {
        this.source = source;
        this.metrics = metrics;
    }

    /**
     * Measures one decode.
     *
     * @param decodeSeconds how long it took
     */
    void add(Reconstruction reconstruction, double decodeSeconds) {
        seconds.add(decodeSeconds);
        for (Metric metric : metrics) {
            try {
                double value = metric.measure(source, reconstruction.picture(), reconstruction.text());
                values.computeIfAbsent(metric.name(), name -> new ArrayList<>()).add(value);
            } catch (IOException | IllegalArgumentException e) {
                failures.add(metric.name() + ": " + Measurement.reason(e));
            }
        }
    }

    /** What failed, in one line; empty when nothing did. */
    String failure() {
        return String.join("; ", failures);
    }

    double decodeSeconds() {
        return Mean.Spread.of(seconds).mean();
    }

    /** Means over the decodes by metric. */
    Map<String, Double> means() {
        Map<String, Double> means = new LinkedHashMap<>();
        spreads().forEach((name, spread) -> means.put(name, spread.mean()));
        return means;
    }

    /** Standard deviations over the decodes by metric; nothing for a single decode. */
    Map<String, Double> deviations() {
        Map<String, Double> deviations = new LinkedHashMap<>();
        if (seconds.size() > 1) {
            spreads().forEach((name, spread) -> deviations.put(name, spread.standardDeviation()));
        }
        return deviations;
    }

    private Map<String, Mean.Spread> spreads() {
        Map<String, Mean.Spread> spreads = new LinkedHashMap<>();
        values.forEach((name, each) -> {
            if (each.size() == seconds.size()) {
                spreads.put(name, Mean.Spread.of(each));
            }
        });
        return spreads;
    }
}
