package dev.inkling.text;

import java.util.Arrays;

/**
 * How likely each piece is next, as two-step integer frequencies: of the groups, and of the members of one group. Sums
 * of weights are in units of 2^-58. Not thread-safe.
 */
final class PieceDistribution {
    /** Shared out among the symbols of a step on top of the 1 that each has. */
    private static final long SPREAD = (1 << 16) - PieceGroups.COUNT;

    private final long[] own = new long[Pieces.COUNT];
    private final NgramTable[] bases;
    private final long[] baseWeights;
    private int baseCount;

    /** @param bases most tables that are mixed */
    PieceDistribution(int bases) {
        this.bases = new NgramTable[bases];
        this.baseWeights = new long[bases];
    }

    void clear() {
        Arrays.fill(own, 0);
        baseCount = 0;
    }

    /** Takes a piece out that cannot be next, so far as its own weight goes. */
    void remove(int piece) {
        own[piece] = 0;
    }

    /** Adds to one piece. */
    void add(int piece, long weight) {
        own[piece] += weight;
    }

    /** Weight of a piece, at least 1. */
    long weight(int piece) {
        long weight = own[piece] + 1;
        for (int i = 0; i < baseCount; i++) {
            weight += baseWeights[i] * bases[i].base(piece);
        }
        return weight;
    }

    /** Adds the pieces that a table saw after a context, {@code weight} in units of 2^-28. */
    void addChildren(NgramTable table, int context, long weight) {
        table.addChildren(context, weight, own);
    }

    /** Adds a table's context-free probabilities, {@code weight} in units of 2^-28. */
    void addBase(NgramTable table, long weight) {
        bases[baseCount] = table;
        baseWeights[baseCount++] = weight;
    }

    /** Frequencies of the groups, each at least 1, together at most 2^16. */
    int[] groups() {
        long[] weights = new long[PieceGroups.COUNT];
        for (int group = 0; group < weights.length; group++) {
            int first = PieceGroups.first(group);
            for (int piece = first; piece < first + PieceGroups.MEMBERS; piece++) {
                weights[group] += own[piece];
            }
        }
        for (int i = 0; i < baseCount; i++) {
            for (int group = 0; group < weights.length; group++) {
                weights[group] += baseWeights[i] * bases[i].baseOfGroup(group);
            }
        }
        return frequencies(weights);
    }

    /** Frequencies of the members of a group, each at least 1, together at most 2^16. */
    int[] members(int group) {
        int first = PieceGroups.first(group);
        long[] weights = Arrays.copyOfRange(own, first, first + PieceGroups.MEMBERS);
        for (int i = 0; i < baseCount; i++) {
            for (int member = 0; member < weights.length; member++) {
                weights[member] += baseWeights[i] * bases[i].base(first + member);
            }
        }
        return frequencies(weights);
    }

    private static int[] frequencies(long[] weights) {
        long sum = 1;
        for (long weight : weights) {
            sum += weight;
        }
        // Keeps weight * SPREAD within 63 bits for any sum.
        int shift = Math.max(0, 17 - Long.numberOfLeadingZeros(sum));
        int[] frequencies = new int[weights.length];
        for (int i = 0; i < weights.length; i++) {
            frequencies[i] = 1 + (int) ((weights[i] >> shift) * SPREAD / ((sum >> shift) + 1));
        }
        return frequencies;
    }
}
