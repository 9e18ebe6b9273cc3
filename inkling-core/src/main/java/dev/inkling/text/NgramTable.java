package dev.inkling.text;

/**
 * A pruned, quantised Kneser-Ney model of pieces (Chen, Goodman 1999), as a trie: node 0 is the empty context, a node at
 * depth k stands for k pieces in reading order. Its children, sorted by piece, are the pieces that were seen after it,
 * each with its own share of the probability; what they leave goes to the context that is one piece shorter. The trie is
 * closed: with a node come the node of its last k - 1 pieces and that of its first k - 1.
 *
 * <p>Immutable. About 8 bytes a node.
 */
final class NgramTable {
    /** Longest run of pieces that the trie holds. */
    static final int ORDER = 5;
    /** Probability 1. */
    static final long ONE = 1L << 30;
    /** Shares are {@code 2^-(q / 4)} for a code q of 0 to 63. */
    static final int SHARE_CODES = 64;

    /** No such node. */
    static final int NONE = -1;

    private final short[] piece;
    private final byte[] code;
    private final int[] firstChild;
    private final long[] base;
    private final long[] baseOfGroup = new long[PieceGroups.COUNT];
    private final long[] shares;
    private final int[] childShares;

    /**
     * @param piece      last piece of each node, in order of depth, then of parent, then of piece
     * @param code       share code of each node; those of depth 0 and 1 are not used
     * @param firstChild first child of each node that may have children, and one entry more
     * @param base       probability of each piece without any context, in units of 2^-30, all at least 1
     * @param shares     probability of each share code in units of 2^-30
     */
    NgramTable(short[] piece, byte[] code, int[] firstChild, long[] base, long[] shares) {
        this.piece = piece;
        this.code = code;
        this.firstChild = firstChild;
        this.base = base;
        this.shares = shares;
        this.childShares = new int[firstChild.length - 1];
        for (int node = 0; node < childShares.length; node++) {
            for (int child = firstChild[node]; child < firstChild[node + 1]; child++) {
                // Shares of a node add up to little more than 1, at most.
                childShares[node] += (int) shares[code[child]];
            }
        }
        for (int i = 0; i < base.length; i++) {
            baseOfGroup[PieceGroups.of(i)] += base[i];
        }
    }

    /** Number of nodes, the root included. */
    int size() {
        return piece.length;
    }

    /** Number of nodes at depths 0 to 4. */
    int parents() {
        return firstChild.length - 1;
    }

    /** Share code of a node, 0 to 63. */
    int code(int node) {
        return code[node];
    }

    /** The node of a piece after a context, or {@link #NONE}. */
    int child(int node, int wanted) {
        int low = first(node);
        int high = end(node) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (piece[middle] < wanted) {
                low = middle + 1;
            } else if (piece[middle] > wanted) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return NONE;
    }

    /** First child of a node. */
    int first(int node) {
        return node + 1 < firstChild.length ? firstChild[node] : 0;
    }

    /** One past the last child of a node. */
    int end(int node) {
        return node + 1 < firstChild.length ? firstChild[node + 1] : 0;
    }

    /** Last piece of a node. */
    int piece(int node) {
        return piece[node];
    }

    /** Own share of a node, in units of 2^-30. */
    long share(int node) {
        return shares[code[node]];
    }

    /** Sum of the shares of a node's children, in units of 2^-30. */
    long childShares(int node) {
        return childShares[node];
    }

    /** Adds the share of each child of a node, times a weight, to the sum of its piece. */
    void addChildren(int node, long weight, long[] sums) {
        for (int child = first(node); child < end(node); child++) {
            sums[piece[child]] += weight * shares[code[child]];
        }
    }

    /** Probability of a piece without context, in units of 2^-30. */
    long base(int wanted) {
        return base[wanted];
    }

    /** Sum of {@link #base} over a group. */
    long baseOfGroup(int group) {
        return baseOfGroup[group];
    }
}
