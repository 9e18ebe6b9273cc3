package dev.inkling.text;

import java.util.Arrays;

/** Where a text stands in a table: the nodes of its last 0, 1, ... 4 pieces. Not thread-safe. */
final class NgramContext implements MixPart {
    /** Least probability that is left for the shorter context, in units of 2^-30. */
    private static final long LEAST_BACK_OFF = NgramTable.ONE >> 8;

    private final NgramTable table;
    private final int[] nodes = new int[NgramTable.ORDER];
    /** What is left for shorter contexts by each context, in units of 2^-30. */
    private final long[] backOffs = new long[NgramTable.ORDER];
    private int matched;

    NgramContext(NgramTable table) {
        this.table = table;
        Arrays.fill(nodes, NgramTable.NONE);
        nodes[0] = 0;
        accept(NgramTable.NONE);
    }

    @Override
    public void accept(int piece) {
        for (int length = NgramTable.ORDER - 1; length > 0; length--) {
            int shorter = nodes[length - 1];
            nodes[length] = shorter == NgramTable.NONE ? NgramTable.NONE : table.child(shorter, piece);
        }
        matched = 0;
        for (int length = 1; length < NgramTable.ORDER; length++) {
            long left = NgramTable.ONE;
            if (nodes[length] != NgramTable.NONE && table.first(nodes[length]) < table.end(nodes[length])) {
                matched = length;
                left = Math.max(LEAST_BACK_OFF, NgramTable.ONE - table.childShares(nodes[length]));
            }
            backOffs[length] = left;
        }
    }

    /** Length of the longest context that was seen with something after it, 0 to 4 pieces. */
    int matched() {
        return matched;
    }

    /** How little the longest context knows: 0 (much) to 2. */
    int doubt() {
        long left = backOffs[matched];
        return left < NgramTable.ONE / 4 ? 0 : left < NgramTable.ONE * 6 / 10 ? 1 : 2;
    }

    @Override
    public long probability(int piece) {
        long probability = table.base(piece);
        for (int length = 1; length <= matched; length++) {
            probability = probability * backOffs[length] >> 30;
            int node = nodes[length] == NgramTable.NONE ? NgramTable.NONE : table.child(nodes[length], piece);
            probability += node == NgramTable.NONE ? 0 : table.share(node);
        }
        return probability;
    }

    @Override
    public void addTo(PieceDistribution distribution, long weight) {
        long left = weight;
        for (int length = matched; length > 0; length--) {
            int node = nodes[length];
            if (node != NgramTable.NONE) {
                distribution.addChildren(table, node, left);
            }
            left = left * backOffs[length] >> 30;
        }
        distribution.addBase(table, left);
    }
}
