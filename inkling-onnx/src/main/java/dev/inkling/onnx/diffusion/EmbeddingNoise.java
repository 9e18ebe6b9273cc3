package dev.inkling.onnx.diffusion;

import dev.inkling.Embedding;
import dev.inkling.ProviderException;
import dev.inkling.onnx.ModelFile;
import dev.inkling.onnx.models.ModelFolder;
import java.util.Arrays;

/**
 * How an unCLIP model is told a CLIP vector (Ramesh et al. 2022): with noise added, and how much. Immutable.
 *
 * <p>The model was trained on vectors as CLIP's projection leaves them, whose lengths differ. Files hold directions.
 * Their length is given back as the root mean square of the lengths that the model was trained on, which the means and
 * deviations of the components say: {@code sqrt(sum(mean^2 + deviation^2))}.
 */
final class EmbeddingNoise {
    static final String STATISTICS = "image_normalizer/diffusion_pytorch_model.safetensors";
    static final String SCHEDULER = "image_noising_scheduler/scheduler_config.json";

    private final ModelFolder folder;
    private final float[] mean;
    private final float[] deviation;
    private final NoiseSchedule schedule;

    private EmbeddingNoise(ModelFolder folder, float[] mean, float[] deviation, NoiseSchedule schedule) {
        this.folder = folder;
        this.mean = mean;
        this.deviation = deviation;
        this.schedule = schedule;
    }

    /**
     * Reads {@code image_normalizer} and {@code image_noising_scheduler}.
     *
     * @throws ProviderException when they are missing or of another kind
     */
    static EmbeddingNoise read(ModelFolder folder) throws ProviderException {
        ModelFile file = ModelFile.of(folder.file(STATISTICS));
        Safetensors statistics = Safetensors.read(file);
        float[] mean = statistics.floats("mean");
        float[] deviation = statistics.floats("std");
        if (mean.length != deviation.length || mean.length % 2 != 0) {
            throw file.failure("has " + mean.length + " means and " + deviation.length + " deviations");
        }
        try {
            return new EmbeddingNoise(folder, mean, deviation, SchedulerConfig.schedule(folder.json(SCHEDULER)));
        } catch (IllegalArgumentException e) {
            throw folder.failure(SCHEDULER + ": " + e.getMessage());
        }
    }

    /** Number of values that the U-Net is told: a vector, then how noisy it is. */
    int count() {
        return 2 * mean.length;
    }

    /**
     * What the U-Net is told of a vector with the least noise that it knows.
     *
     * @param noises one draw is taken
     * @throws ProviderException when the model is for vectors of another dimension
     */
    float[] told(Embedding embedding, GaussianNoise noises) throws ProviderException {
        if (embedding.dimension() != mean.length) {
            throw folder.failure("it is for vectors of " + mean.length + " components, but the file's has "
                    + embedding.dimension() + "; both must come from the same CLIP");
        }
        double length = usualLength();
        double signal = StrictMath.sqrt(schedule.share(0));
        double noise = StrictMath.sqrt(1 - schedule.share(0));
        float[] draw = noises.draw(mean.length);
        float[] told = new float[count()];
        for (int i = 0; i < mean.length; i++) {
            double normal = (length * embedding.component(i) - mean[i]) / deviation[i];
            told[i] = (float) ((signal * normal + noise * draw[i]) * deviation[i] + mean[i]);
        }
        // The level 0 as waves, cosines first: all of them are 1, all sines 0.
        Arrays.fill(told, mean.length, mean.length + mean.length / 2, 1);
        return told;
    }

    /** Root mean square length of the vectors that the model was trained on. */
    double usualLength() {
        double squares = 0;
        for (int i = 0; i < mean.length; i++) {
            squares += (double) mean[i] * mean[i] + (double) deviation[i] * deviation[i];
        }
        return StrictMath.sqrt(squares);
    }
}
