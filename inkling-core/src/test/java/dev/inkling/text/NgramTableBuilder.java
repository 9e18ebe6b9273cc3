package dev.inkling.text;

import java.util.Arrays;

/** Puts a table together, context by context in trie order, and quantises its shares. */
final class NgramTableBuilder {
    /** Most of a context's probability that its children may take together. */
    private static final long MOST_SHARED = NgramTable.ONE / 1000 * 995;

    private final short[] piece;
    private final byte[] code;
    private final int[] firstChild;
    private final long[] shares = shares();
    private int made = 1;
    private int parents;

    /**
     * @param nodes   number of nodes, the root included
     * @param parents number of nodes at depths 0 to 4
     */
    NgramTableBuilder(int nodes, int parents) {
        piece = new short[nodes];
        code = new byte[nodes];
        firstChild = new int[parents + 1];
    }

    /** Probability of each share code, in units of 2^-30. */
    static long[] shares() {
        long[] shares = new long[NgramTable.SHARE_CODES];
        Arrays.setAll(shares, q -> StrictMath.round(NgramTable.ONE * StrictMath.pow(2, -q / 4.0)));
        return shares;
    }

    /** Goes on to the children of the next node. */
    void nextParent() {
        limitShares();
        firstChild[parents++] = made;
    }

    /** Adds a child without a share, at depth 1. */
    void addChild(int last) {
        piece[made++] = (short) last;
    }

    /** Adds a child with its own share of the probability. */
    void addChild(int last, double share) {
        long exact = StrictMath.round(-4 * StrictMath.log(StrictMath.max(share, 1e-9)) / StrictMath.log(2));
        code[made] = (byte) Math.max(0, Math.min(NgramTable.SHARE_CODES - 1, exact));
        addChild(last);
    }

    /** Lowers the largest shares of the last parent until something is left for the shorter context. */
    private void limitShares() {
        int from = parents > 1 ? firstChild[parents - 1] : made;
        while (sharesSince(from) > MOST_SHARED) {
            int largest = from;
            for (int i = from; i < made; i++) {
                largest = code[i] < code[largest] ? i : largest;
            }
            code[largest]++;
        }
    }

    private long sharesSince(int from) {
        long sum = 0;
        for (int i = from; i < made; i++) {
            sum += shares[code[i]];
        }
        return sum;
    }

    /** @param base probability of each piece without context, in units of 2^-30 */
    NgramTable build(long[] base) {
        nextParent();
        if (made != piece.length || parents != firstChild.length) {
            throw new IllegalStateException("the trie is not closed");
        }
        return new NgramTable(piece, code, firstChild, base, shares);
    }
}
