package dev.inkling.picture;

import dev.inkling.entropy.MixingModel;
import dev.inkling.entropy.RangeEncoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Trains the models of the picture layer by coding tiny versions of training pictures again and again and keeping what
 * the models have learned. Usage: {@code PictureModelTrainer FOLDER_OF_PNG OUTPUT PASSES}. The same input gives the
 * same output.
 */
final class PictureModelTrainer {
    private static final int SEED = 20_261_120;

    private PictureModelTrainer() {}

    public static void main(String[] args) throws IOException {
        TrainingPictures pictures = TrainingPictures.of(Path.of(args[0]));
        Random random = new Random(SEED);
        PictureModels models = new PictureModels();
        models.adapt(MixingModel.Adaptation.TRAINING);
        for (int pass = 0; pass < Integer.parseInt(args[2]); pass++) {
            List<TrainingPictures.Task> tasks = pictures.tasks(random);
            long bytes = 0;
            for (TrainingPictures.Task task : tasks) {
                RangeEncoder out = new RangeEncoder();
                PictureEncoder.encode(task.tiny(), task.step(), out, models, PictureEncoder.LAMBDA);
                bytes += out.finish().length;
            }
            System.out.printf(
                    "pass %d: %d pictures, mean %.1f bytes%n", pass, tasks.size(), bytes / (double) tasks.size());
        }
        TrainingPictures.write(Path.of(args[1]), models::write);
    }
}
