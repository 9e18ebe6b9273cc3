package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.classical.Scene;
import dev.inkling.image.Raster;
import dev.inkling.onnx.Tensor;
import java.util.Arrays;
import java.util.List;

/** A network that says what a picture as a whole shows: to {@code 1 x kinds} scores or probabilities. */
final class Classifier implements VisionNetwork {
    /** Where it is less sure it says nothing. */
    private static final double LEAST_PROBABILITY = 0.5;

    private final VisionModel model;

    /** @param model is closed with this */
    Classifier(VisionModel model) {
        this.model = model;
    }

    @Override
    public Scene look(Raster picture) throws ProviderException {
        Tensor answer = model.run(picture);
        long[] expected = {1, model.names().size()};
        if (!answer.isFloats() || !Arrays.equals(expected, answer.shape())) {
            throw model.failure("expected an answer of 1x" + expected[1] + " floats, found " + answer);
        }
        float[] scores = answer.floats();
        int best = 0;
        for (int kind = 1; kind < scores.length; kind++) {
            best = scores[kind] > scores[best] ? kind : best;
        }
        return probability(scores, best) >= LEAST_PROBABILITY
                ? new Scene(List.of(), model.names().get(best))
                : Scene.UNKNOWN;
    }

    /** Some networks end with a softmax, others leave it to those who ask. */
    private static double probability(float[] scores, int kind) {
        double sum = 0;
        double exponentials = 0;
        boolean negative = false;
        for (float score : scores) {
            sum += score;
            exponentials += Math.exp(score - scores[kind]);
            negative |= score < 0;
        }
        boolean probabilities = !negative && Math.abs(sum - 1) < 0.01;
        return probabilities ? scores[kind] : 1 / exponentials;
    }

    @Override
    public String identity() {
        return model.identity();
    }

    @Override
    public void close() throws ProviderException {
        model.close();
    }
}
