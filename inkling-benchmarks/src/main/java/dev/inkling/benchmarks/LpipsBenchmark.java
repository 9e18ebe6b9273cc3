package dev.inkling.benchmarks;

import dev.inkling.eval.metrics.Metric;
import dev.inkling.eval.metrics.Metrics;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** LPIPS of a pair of a million pixels each, on one thread; only with a model, see {@link #MODEL}. */
@State(Scope.Thread)
public class LpipsBenchmark {
    /** System property that names the network, see {@code docs/metrics.md}. */
    static final String MODEL = "inkling.lpips";

    private Raster source;
    private Raster reconstruction;
    private Metric lpips;

    @Setup
    public void prepare() throws IOException {
        source = Samples.megapixel();
        reconstruction = Samples.blurred();
        lpips = Metrics.named("lpips", Map.of("lpips", Path.of(System.getProperty(MODEL))));
    }

    @Benchmark
    public double measure() throws IOException {
        return lpips.measure(source, reconstruction);
    }

    @TearDown
    public void close() {
        lpips.close();
    }
}
