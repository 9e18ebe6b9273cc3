package dev.inkling.cli;

import dev.inkling.eval.metrics.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what reconstructions are measured with. */
final class MetricOptions {
    @Option(
            names = "--metrics",
            order = 4,
            paramLabel = "NAME",
            split = ",",
            description = {
                "psnr, ssim, ms-ssim, ciede2000, grid, and with models brisque, lpips, dists, musiq, clip-iqa, clip-sim,"
                        + " clip-score; see docs/metrics.md (default: psnr,ms-ssim)"
            })
    private List<String> names = List.of("psnr", "ms-ssim");

    @Option(
            names = "--embedder-model",
            order = 5,
            paramLabel = "FILE",
            hidden = true,
            description = {
                "image half of a CLIP: Fréchet and kernel distances of all reconstructions from all sources in its"
                        + " embeddings (default: none)"
            })
    private @Nullable Path embedder;

    @Mixin
    private ModelOptions models = new ModelOptions();

    /** The metrics asked for; the caller closes them. */
    OpenMetrics open() throws IOException {
        Map<String, Path> files = models.byName();
        checkModels(files);
        OpenMetrics opened = new OpenMetrics(
                new ArrayList<>(), embedder == null ? null : Metrics.clipEmbedder(existing(embedder)));
        try {
            for (String name : names.stream().distinct().toList()) {
                opened.metrics().add(Metrics.named(name, files));
            }
            return opened;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    /** Refuses, before anything is opened, what cannot work. */
    private void checkModels(Map<String, Path> files) throws IOException {
        for (String name : names) {
            for (String model : modelsOf(name)) {
                Path file = files.get(model);
                if (file == null) {
                    throw new UsageException("--metrics " + name + " needs " + ModelOptions.option(model));
                }
                existing(file);
            }
        }
    }

    private static Path existing(Path model) throws NoSuchFileException {
        if (!Files.isRegularFile(model)) {
            throw new NoSuchFileException(model.toString());
        }
        return model;
    }

    private static List<String> modelsOf(String name) {
        try {
            return Metrics.modelsOf(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--metrics: " + e.getMessage());
        }
    }
}
