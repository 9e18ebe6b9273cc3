package dev.inkling.benchmarks;

import dev.inkling.eval.metrics.Metric;
import dev.inkling.eval.metrics.Metrics;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Metrics without a model, for a pair of a million pixels each. */
@State(Scope.Thread)
public class MetricBenchmark {
    @Param({"psnr", "ssim", "ms-ssim", "ciede2000"})
    public String metric;

    private Raster source;
    private Raster reconstruction;
    private Metric opened;

    @Setup
    public void prepare() throws IOException {
        source = Samples.megapixel();
        reconstruction = Samples.blurred();
        opened = Metrics.named(metric, Map.of());
    }

    @Benchmark
    public double measure() throws IOException {
        return opened.measure(source, reconstruction);
    }
}
