package dev.inkling.cli;

import dev.inkling.eval.metrics.Metric;
import java.io.Closeable;
import java.util.List;

/**
 * Metrics that must be closed.
 *
 * @param metrics in the order that the user named them
 */
record OpenMetrics(List<Metric> metrics) implements Closeable {
    @Override
    public void close() {
        metrics.forEach(Metric::close);
    }
}
