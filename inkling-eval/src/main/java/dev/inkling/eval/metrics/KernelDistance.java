package dev.inkling.eval.metrics;

import java.util.List;

/**
 * Squared maximum mean discrepancy of two sets of embeddings with the kernel (x·y / d + 1)³, estimated without bias
 * (Bińkowski, Sutherland, Arbel, Gretton 2018, who call it KID with Inception's embeddings). Lower is closer; about 0
 * for sets of one kind, and by chance also a little below. Unlike the Fréchet distance it can be used for small sets.
 */
final class KernelDistance {
    private KernelDistance() {}

    /** @throws IllegalArgumentException when a set has fewer than two embeddings */
    static double between(List<float[]> one, List<float[]> other) {
        if (Math.min(one.size(), other.size()) < 2) {
            throw new IllegalArgumentException("a kernel distance needs two pictures or more");
        }
        return within(one) + within(other) - 2 * across(one, other);
    }

    /** Mean over all pairs of different embeddings of a set. */
    private static double within(List<float[]> set) {
        double sum = 0;
        for (int i = 0; i < set.size(); i++) {
            for (int j = 0; j < i; j++) {
                sum += kernel(set.get(i), set.get(j));
            }
        }
        return 2 * sum / set.size() / (set.size() - 1);
    }

    private static double across(List<float[]> one, List<float[]> other) {
        double sum = 0;
        for (float[] a : one) {
            for (float[] b : other) {
                sum += kernel(a, b);
            }
        }
        return sum / one.size() / other.size();
    }

    private static double kernel(float[] a, float[] b) {
        double value = ClipVectors.dot(a, b) / a.length + 1;
        return value * value * value;
    }
}
