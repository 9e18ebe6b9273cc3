package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.onnx.Tensor;

/** What a {@link Segmenter} says of each cell of a grid over the picture. Immutable. */
final class LabelMap {
    private final int width;
    private final int height;
    private final int[] kinds;
    private final double[] scores;

    private LabelMap(int width, int height) {
        this.width = width;
        this.height = height;
        this.kinds = new int[Math.multiplyExact(width, height)];
        this.scores = new double[kinds.length];
    }

    /** @throws ProviderException when the answer is of another shape, or names kinds that there are not */
    static LabelMap of(Tensor answer, VisionModel model) throws ProviderException {
        long[] shape = answer.shape();
        int count = model.names().size();
        boolean isOne = shape.length > 2 && shape[0] == 1 && shape[shape.length - 2] * shape[shape.length - 1] > 0;
        if (isOne && shape.length == 4 && answer.isFloats() && shape[1] == count) {
            LabelMap map = new LabelMap(Math.toIntExact(shape[3]), Math.toIntExact(shape[2]));
            map.readScores(answer.floats(), count);
            return map;
        }
        if (!isOne || answer.isFloats() || shape.length == 4 && shape[1] != 1) {
            throw model.failure("expected an answer of 1x" + count + "xHxW floats or 1xHxW integers, found " + answer);
        }
        LabelMap map = new LabelMap(
                Math.toIntExact(shape[shape.length - 1]), Math.toIntExact(shape[shape.length - 2]));
        map.readKinds(answer.integers(), model);
        return map;
    }

    private void readKinds(long[] labels, VisionModel model) throws ProviderException {
        for (int i = 0; i < kinds.length; i++) {
            if (labels[i] < 0 || labels[i] >= model.names().size()) {
                throw model.failure("its answer has the kind " + labels[i] + ", but there are names for "
                        + model.names().size());
            }
            kinds[i] = (int) labels[i];
            scores[i] = 1;
        }
    }

    /** The softmax of the kinds of each cell. */
    private void readScores(float[] logits, int count) {
        for (int i = 0; i < kinds.length; i++) {
            for (int kind = 1; kind < count; kind++) {
                if (logits[kind * kinds.length + i] > logits[kinds[i] * kinds.length + i]) {
                    kinds[i] = kind;
                }
            }
            double sum = 0;
            for (int kind = 0; kind < count; kind++) {
                sum += Math.exp(logits[kind * kinds.length + i] - logits[kinds[i] * kinds.length + i]);
            }
            scores[i] = sum >= 1 ? 1 / sum : 0;
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The most probable kind of a cell. */
    int kind(int x, int y) {
        return kinds[y * width + x];
    }

    /** How sure that is, 0 to 1. */
    double score(int x, int y) {
        return scores[y * width + x];
    }
}
