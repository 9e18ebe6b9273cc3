package dev.inkling.picture;

import dev.inkling.entropy.RangeEncoder;
import dev.inkling.image.ImageSize;
import dev.inkling.image.PictureReader;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
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

/** The pictures that the trainers of the picture layer code, and the files that they write. */
final class TrainingPictures {
    private static final int REPEATS = 6;

    private final List<Raster> pictures;

    private TrainingPictures(List<Raster> pictures) {
        this.pictures = pictures;
    }

    /** One tiny picture to code at one step. */
    record Task(Raster tiny, int step) {}

    /** Takes a coded picture: its finished frame and the planes that it should have been. */
    interface Coded {
        void accept(Frame frame, int[][] source, int stepSize);
    }

    /** Writes trained data. */
    interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    static TrainingPictures of(Path folder) throws IOException {
        List<Raster> pictures = new ArrayList<>();
        for (Path file : list(folder)) {
            pictures.add(PictureReader.read(file));
        }
        return new TrainingPictures(pictures);
    }

    /** The PNG pictures of a folder by name. */
    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".png")).sorted().toList();
        }
    }

    /**
     * Each picture at several sizes and steps, shuffled. Most steps are the coarse ones that rate control picks; some are
     * as fine as a fixed small size takes for 100 to 1,000 bytes.
     */
    List<Task> tasks(Random random) {
        List<Task> tasks = new ArrayList<>();
        for (Raster picture : pictures) {
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                ImageSize size = TinySize.of(picture.size(), random.nextInt(repeat < 4 ? 20 : 12));
                int step = repeat < 4 ? 36 + random.nextInt(14) + random.nextInt(15) : 17 + random.nextInt(39);
                tasks.add(new Task(Resampler.resize(picture, size, Resampler.Kernel.LANCZOS), step));
            }
        }
        Collections.shuffle(tasks, random);
        return tasks;
    }

    /** Codes all tasks of a seed with the shipped models. */
    void code(long seed, Coded coded) {
        for (Task task : tasks(new Random(seed))) {
            Frame frame = PictureEncoder.encode(
                    task.tiny, task.step, new RangeEncoder(), PictureModels.trained(), PictureEncoder.LAMBDA);
            int[][] source = new int[Frame.COMPONENTS][frame.width * frame.height];
            ColourTransform.forward(task.tiny, frame.width, source);
            coded.accept(frame, source, Quantiser.stepSize(task.step));
        }
    }

    /** Writes a trained file, deflated. */
    static void write(Path file, Writer writer) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file);
                DataOutputStream out = new DataOutputStream(
                        new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION)))) {
            writer.write(out);
        }
    }
}
