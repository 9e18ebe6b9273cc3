package dev.inkling.cli;

import dev.inkling.eval.metrics.Metric;
import dev.inkling.eval.metrics.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what reconstructions are measured with. */
final class MetricOptions {
    @Option(
            names = "--metrics",
            order = 4,
            paramLabel = "NAME",
            split = ",",
            description = "psnr, ssim, ms-ssim, and with a model lpips (default: psnr,ms-ssim)")
    private List<String> names = List.of("psnr", "ms-ssim");

    @Option(
            names = "--lpips-model",
            order = 5,
            paramLabel = "FILE",
            description = "ONNX network for lpips: two inputs Nx3xHxW of RGB floats from -1 to 1")
    private @Nullable Path lpips;

    /** The metrics asked for; the caller closes them. */
    OpenMetrics open() throws IOException {
        Map<String, Path> models = new HashMap<>();
        if (lpips != null) {
            models.put("lpips", lpips);
        }
        List<Metric> metrics = new ArrayList<>();
        try {
            for (String name : names.stream().distinct().toList()) {
                metrics.add(Metrics.named(name, models));
            }
        } catch (IllegalArgumentException e) {
            new OpenMetrics(metrics).close();
            throw new UsageException("--metrics: " + e.getMessage());
        }
        return new OpenMetrics(List.copyOf(metrics));
    }
}
