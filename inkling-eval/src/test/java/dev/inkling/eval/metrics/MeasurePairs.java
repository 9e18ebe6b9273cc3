package dev.inkling.eval.metrics;

import dev.inkling.image.Orientation;
import dev.inkling.image.PictureReader;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;

/**
 * Prints what each metric says of pairs of pictures, for {@code training/check-metrics.py}: arguments are a folder for
 * random models, the text of all pairs, a folder of real models or {@code -}, then source and reconstruction of each
 * pair. One line for each pair and metric: source, reconstruction, metric, value, milliseconds.
 */
final class MeasurePairs {
    private MeasurePairs() {}

    public static void main(String[] args) throws IOException {
        Map<String, Path> models = new HashMap<>(RandomModels.writeTo(Path.of(args[0])));
        List<String> names = new ArrayList<>(List.of("psnr", "ssim", "ms-ssim", "ciede2000", "lpips", "dists", "musiq",
                "clip-iqa", "clip-sim", "clip-score"));
        if (!args[2].equals("-")) {
            Path real = Path.of(args[2]);
            models.put("lpips", real.resolve("lpips_squeeze.onnx"));
            models.put("brisque", real.resolve("brisque_model_live.yml"));
            models.put("brisque-range", real.resolve("brisque_range_live.yml"));
            names.add("brisque");
        }
        for (String name : names) {
            try (Metric metric = Metrics.named(name, models)) {
                measure(metric, args, System.out);
            }
        }
    }

    private static void measure(Metric metric, String[] args, PrintStream out) throws IOException {
        for (int i = 3; i < args.length; i += 2) {
            Raster source = read(args[i]);
            Raster reconstruction = read(args[i + 1]);
            long start = System.nanoTime();
            double value = metric.measure(source, reconstruction, args[1]);
            out.println(String.join("\t", args[i], args[i + 1], metric.name(), Double.toString(value),
                    Long.toString((System.nanoTime() - start) / 1_000_000)));
        }
    }

    static Raster read(String file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(Path.of(file).toFile())) {
            return new PictureReader(PictureReader.DEFAULT_MAX_PIXELS).read(in, Orientation.ofExif(1)).picture();
        }
    }
}
