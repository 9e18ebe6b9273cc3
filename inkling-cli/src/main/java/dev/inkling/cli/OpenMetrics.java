package dev.inkling.cli;

import dev.inkling.eval.metrics.Embedder;
import dev.inkling.eval.metrics.Metric;
import java.io.Closeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must be closed after measuring.
 *
 * @param metrics  in the order that the user named them
 * @param embedder what whole sets are compared by; null when they are not
 */
record OpenMetrics(List<Metric> metrics, @Nullable Embedder embedder) implements Closeable {
    @Override
    public void close() {
        metrics.forEach(Metric::close);
        if (embedder != null) {
            embedder.close();
        }
    }
}
