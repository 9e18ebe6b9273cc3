package dev.inkling.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name the models of metrics; {@code docs/metrics.md} says where they come from. */
final class ModelOptions {
    @Option(
            names = "--brisque-model",
            order = 5,
            paramLabel = "FILE",
            hidden = true,
            description = "model of brisque, OpenCV's yml")
    private @Nullable Path brisque;

    @Option(
            names = "--brisque-range",
            order = 5,
            paramLabel = "FILE",
            hidden = true,
            description = "ranges of its features, OpenCV's yml")
    private @Nullable Path brisqueRange;

    @Option(
            names = "--lpips-model",
            order = 5,
            paramLabel = "FILE",
            description = "ONNX network of lpips")
    private @Nullable Path lpips;

    @Option(
            names = "--dists-model",
            order = 5,
            paramLabel = "FILE",
            hidden = true,
            description = "ONNX network of dists")
    private @Nullable Path dists;

    @Option(
            names = "--musiq-model",
            order = 5,
            paramLabel = "FILE",
            hidden = true,
            description = "ONNX network of musiq")
    private @Nullable Path musiq;

    @Option(
            names = "--clip-iqa-model",
            order = 5,
            paramLabel = "FILE",
            hidden = true,
            description = "ONNX network of clip-iqa")
    private @Nullable Path clipIqa;

    @Option(
            names = "--clip-image-model",
            order = 5,
            paramLabel = "FILE",
            hidden = true,
            description = "image half of a CLIP, for clip-sim and clip-score")
    private @Nullable Path clipImage;

    @Option(
            names = "--clip-text-model",
            order = 5,
            paramLabel = "FILE",
            hidden = true,
            description = "text half of a CLIP, for clip-score")
    private @Nullable Path clipText;

    @Option(
            names = "--clip-vocabulary",
            order = 5,
            paramLabel = "FILE",
            hidden = true,
            description = "merges of CLIP's byte pairs, for clip-score")
    private @Nullable Path clipVocabulary;

    /** The files given, by the names that metrics have for them. */
    Map<String, Path> byName() {
        Map<String, Path> files = new HashMap<>();
        put(files, "brisque", brisque);
        put(files, "brisque-range", brisqueRange);
        put(files, "lpips", lpips);
        put(files, "dists", dists);
        put(files, "musiq", musiq);
        put(files, "clip-iqa", clipIqa);
        put(files, "clip-image", clipImage);
        put(files, "clip-text", clipText);
        put(files, "clip-vocabulary", clipVocabulary);
        return files;
    }

    private static void put(Map<String, Path> files, String name, @Nullable Path file) {
        if (file != null) {
            files.put(name, file);
        }
    }

    /** The option that gives a model. */
    static String option(String model) {
        return model.equals("brisque-range") || model.equals("clip-vocabulary")
                ? "--" + model + " FILE"
                : "--" + model + "-model FILE";
    }
}
