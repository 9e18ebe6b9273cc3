package dev.inkling.eval.metrics;

import dev.inkling.ProviderException;
import dev.inkling.metrics.ColorDifference;
import dev.inkling.metrics.GridStrength;
import dev.inkling.metrics.MsSsim;
import dev.inkling.metrics.Psnr;
import dev.inkling.metrics.Ssim;
import dev.inkling.onnx.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The metrics by name; {@code docs/metrics.md} lists them. */
public final class Metrics {
    private static final Map<String, List<String>> MODELS = Map.ofEntries(
            Map.entry("psnr", List.of()),
            Map.entry("ssim", List.of()),
            Map.entry("ms-ssim", List.of()),
            Map.entry("ciede2000", List.of()),
            Map.entry("grid", List.of()),
            Map.entry("brisque", List.of("brisque", "brisque-range")),
            Map.entry("lpips", List.of("lpips")),
            Map.entry("dists", List.of("dists")),
            Map.entry("musiq", List.of("musiq")),
            Map.entry("clip-iqa", List.of("clip-iqa")),
            Map.entry("clip-sim", List.of("clip-image")),
            Map.entry("clip-score", List.of("clip-image", "clip-text", "clip-vocabulary")));

    private Metrics() {}

    /**
     * Which model files a metric needs, by the keys of {@link #named}; none for most.
     *
     * @throws IllegalArgumentException when no metric has this name
     */
    public static List<String> modelsOf(String name) {
        List<String> models = MODELS.get(name);
        if (models == null) {
            throw new IllegalArgumentException("no metric is called '" + name + "'; there are "
                    + String.join(", ", MODELS.keySet().stream().sorted().toList()));
        }
        return models;
    }

    /**
     * Opens a metric; the caller closes it.
     *
     * @param name   such as {@code ms-ssim}
     * @param models the model files given; the keys that count are those of {@link #modelsOf}
     * @throws IllegalArgumentException when no metric has this name, or a model that it needs is not given
     * @throws IOException              when a model cannot be read, or is made for something else
     */
    public static Metric named(String name, Map<String, Path> models) throws IOException {
        for (String model : modelsOf(name)) {
            if (!models.containsKey(model)) {
                throw new IllegalArgumentException("metric '" + name + "' needs the model '" + model + "'");
            }
        }
        return switch (name) {
            case "psnr" -> new PlainMetric(name, true, Psnr::of);
            case "ssim" -> new PlainMetric(name, true, Ssim::of);
            case "ms-ssim" -> new PlainMetric(name, true, MsSsim::of);
            case "ciede2000" -> new PlainMetric(name, false, ColorDifference::of);
            case "grid" -> new PlainMetric(name, false, (source, made) -> GridStrength.of(made));
            case "brisque" -> new Brisque(models.get("brisque"), models.get("brisque-range"));
            case "lpips" -> open(models.get(name), Lpips::of);
            case "dists" -> open(models.get(name), Dists::of);
            case "musiq" -> open(models.get(name), Musiq::of);
            case "clip-iqa" -> open(models.get(name), ClipIqa::of);
            case "clip-sim" -> new ClipSimilarity(open(models.get("clip-image"), ClipImageEncoder::new));
            case "clip-score" -> clipScore(models);
            default -> throw new AssertionError(name);
        };
    }

    /** Opens the image half of a CLIP; the caller closes it. */
    public static Embedder clipEmbedder(Path model) throws ProviderException {
        return open(model, ClipImageEncoder::new);
    }

    private static Metric clipScore(Map<String, Path> models) throws ProviderException {
        ClipImageEncoder images = open(models.get("clip-image"), ClipImageEncoder::new);
        try {
            return new ClipScore(images, open(models.get("clip-text"),
                    network -> new ClipTextEncoder(network, models.get("clip-vocabulary"))));
        } catch (ProviderException e) {
            images.close();
            throw e;
        }
    }

    /** Something that works with a network. */
    @FunctionalInterface
    private interface Use<T> {
        T of(Network network) throws ProviderException;
    }

    /**
     * Loads a network, and frees it again when it is made for something else. It runs on the thread that calls it: many
     * pictures are measured side by side, and threads that wait for each other took half as much time again.
     */
    private static <T> T open(Path model, Use<T> use) throws ProviderException {
        Network network = new Network(model, 1);
        try {
            return use.of(network);
        } catch (ProviderException e) {
            network.close();
            throw e;
        }
    }
}
