package dev.inkling.eval.metrics;

import dev.inkling.ProviderException;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.Tensor;

/** Embeddings of CLIP, which only their direction counts of. */
final class ClipVectors {
    private ClipVectors() {}

    /** What a network returned, {@code 1 x D}, with unit norm. */
    static float[] unit(Network network, Tensor output) throws ProviderException {
        float[] vector = output.floats();
        long[] shape = output.shape();
        if (shape.length == 0 || vector.length < 2 || shape[shape.length - 1] != vector.length) {
            throw network.file().failure("expected one embedding 1xD as result, found " + output);
        }
        double norm = Math.sqrt(dot(vector, vector));
        if (!(norm > 0) || !Double.isFinite(norm)) {
            throw network.file().failure("its embedding has no direction");
        }
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / norm);
        }
        return unit;
    }

    /** Cosine of the angle between two unit vectors, -1 to 1. */
    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
