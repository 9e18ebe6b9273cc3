package dev.inkling.onnx.describe;

import dev.inkling.onnx.Tensor;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Logarithms of the probabilities of the tokens that may come next. Immutable. */
final class LogProbabilities {
    private final double[] values;

    private LogProbabilities(double[] values) {
        this.values = values;
    }

    /**
     * The softmax of the last position.
     *
     * @param logits {@code 1 x positions x vocabulary}; those that are no number count as impossible
     */
    static LogProbabilities ofLast(Tensor logits) {
        long[] shape = logits.shape();
        int vocabulary = Math.toIntExact(shape[2]);
        int begin = Math.toIntExact((shape[1] - 1) * vocabulary);
        float[] all = logits.floats();
        double[] values = new double[vocabulary];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < vocabulary; i++) {
            float logit = all[begin + i];
            values[i] = Float.isNaN(logit) ? Double.NEGATIVE_INFINITY : logit;
            largest = Math.max(largest, values[i]);
        }
        double sum = 0;
        for (double value : values) {
            sum += Math.exp(value - largest);
        }
        double shift = largest + Math.log(sum);
        for (int i = 0; i < vocabulary; i++) {
            values[i] -= shift;
        }
        return new LogProbabilities(values);
    }

    /** That of a token; negative infinity for an impossible one. */
    double of(long token) {
        return values[Math.toIntExact(token)];
    }

    /** The most probable tokens, best first, the smaller number first among equals. */
    List<Long> best(int count) {
        Comparator<Integer> bestFirst = Comparator.comparingDouble((Integer token) -> -values[token])
                .thenComparingInt(token -> token);
        // Vocabularies are large and beams are few: a heap of the best is many times faster than sorting all.
        PriorityQueue<Integer> worstFirst = new PriorityQueue<>(bestFirst.reversed());
        for (int token = 0; token < values.length; token++) {
            if (worstFirst.size() < count) {
                worstFirst.add(token);
            } else if (values[token] > values[worstFirst.element()]) {
                worstFirst.remove();
                worstFirst.add(token);
            }
        }
        return worstFirst.stream().sorted(bestFirst).map(Integer::longValue).toList();
    }
}
