package dev.inkling.eval.metrics;

import dev.inkling.metrics.MsSsim;
import dev.inkling.metrics.Psnr;
import dev.inkling.metrics.Ssim;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The metrics by name. */
public final class Metrics {
    private Metrics() {}

    /**
     * Opens a metric; the caller closes it.
     *
     * @param name   such as {@code ms-ssim}
     * @param models the model files given, by the name of the metric that they are for
     * @throws IllegalArgumentException when no metric has this name, or its model is not given
     * @throws IOException              when its model cannot be read
     */
    public static Metric named(String name, Map<String, Path> models) throws IOException {
        return switch (name) {
            case "psnr" -> new PlainMetric(name, true, Psnr::of);
            case "ssim" -> new PlainMetric(name, true, Ssim::of);
            case "ms-ssim" -> new PlainMetric(name, true, MsSsim::of);
            default -> throw new IllegalArgumentException("no metric is called '" + name + "'");
        };
    }
}
