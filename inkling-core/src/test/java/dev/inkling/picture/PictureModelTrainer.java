package dev.inkling.picture;

import dev.inkling.entropy.MixingModel;
import dev.inkling.entropy.RangeEncoder;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import java.awt.image.BufferedImage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/**
 * Trains the models of the picture layer by coding tiny versions of training pictures again and again and keeping what
 * the models have learned. Usage: {@code PictureModelTrainer FOLDER_OF_PNG OUTPUT [PASSES]}. The same input gives the
 * same output.
 */
final class PictureModelTrainer {
    private static final int SEED = 20_261_120;

    /** One tiny picture to code at one step. */
    record Task(Raster tiny, int step) {}

    private PictureModelTrainer() {}

    public static void main(String[] args) throws IOException {
        List<Raster> pictures = readAll(Path.of(args[0]));
        int passes = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        Random random = new Random(SEED);
        PictureModels models = new PictureModels();
        models.adapt(MixingModel.Adaptation.TRAINING);
        for (int pass = 0; pass < passes; pass++) {
            long bytes = 0;
            long started = System.nanoTime();
            List<Task> tasks = tasks(pictures, random);
            for (Task task : tasks) {
                RangeEncoder out = new RangeEncoder();
                PictureEncoder.encode(task.tiny, task.step, out, models, PictureEncoder.LAMBDA);
                bytes += out.finish().length;
            }
            System.out.printf(
                    "pass %d: %d pictures, mean %.1f bytes, %.1f ms each%n",
                    pass, tasks.size(), bytes / (double) tasks.size(),
                    (System.nanoTime() - started) / 1e6 / tasks.size());
        }
        try (OutputStream file = Files.newOutputStream(Path.of(args[1]));
                DataOutputStream out = new DataOutputStream(
                        new DeflaterOutputStream(file, new Deflater(Deflater.BEST_COMPRESSION)))) {
            models.write(out);
        }
    }

    /**
     * Each picture at several sizes and steps, shuffled. Most steps are the coarse ones that rate control picks; some are
     * as fine as a fixed small size takes for 100 to 1,000 bytes.
     */
    static List<Task> tasks(List<Raster> pictures, Random random) {
        List<Task> tasks = new ArrayList<>();
        for (Raster picture : pictures) {
            for (int repeat = 0; repeat < 6; repeat++) {
                ImageSize size = TinySize.of(picture.size(), random.nextInt(repeat < 4 ? 20 : 12));
                int step = repeat < 4
                        ? 36 + random.nextInt(14) + random.nextInt(15)
                        : 17 + random.nextInt(39);
                tasks.add(new Task(Resampler.resize(picture, size, Resampler.Kernel.LANCZOS), step));
            }
        }
        Collections.shuffle(tasks, random);
        return tasks;
    }

    static List<Raster> readAll(Path folder) throws IOException {
        List<Raster> pictures = new ArrayList<>();
        for (Path file : list(folder)) {
            pictures.add(read(file));
        }
        return pictures;
    }

    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".png")).sorted().toList();
        }
    }

    static Raster read(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        byte[] rgb = new byte[3 * image.getWidth() * image.getHeight()];
        for (int y = 0, i = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int value = image.getRGB(x, y);
                rgb[i++] = (byte) (value >> 16);
                rgb[i++] = (byte) (value >> 8);
                rgb[i++] = (byte) value;
            }
        }
        return Raster.wrap(new ImageSize(image.getWidth(), image.getHeight()), rgb);
    }
}
