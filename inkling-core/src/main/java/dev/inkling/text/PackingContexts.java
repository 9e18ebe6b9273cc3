package dev.inkling.text;

/** Which {@link StaticTable} a number of a packed {@link NgramTable} is coded with. Part of the prior's format. */
final class PackingContexts {
    /** Children of a node: by depth of the children and size of the list that they come from. */
    static final int COUNTS = 4 * 13;
    /** Distances between children in that list: by depth and mean distance. */
    static final int GAPS = 4 * 26;
    /** Share codes: by depth, number of siblings and share code after the shorter context. */
    static final int CODES = 4 * 7 * 16;

    private PackingContexts() {}

    /**
     * @param depth   depth of the children, 2 to 5
     * @param choices size of the list that the children come from, 1 to 4,096
     */
    static int count(int depth, int choices) {
        return (depth - 2) * 13 + log2(choices);
    }

    /**
     * @param choices  how many of the list are left
     * @param children how many children are left to find among them
     */
    static int gap(int depth, int choices, int children) {
        int mean = (choices << 2) / children;
        int bits = log2(mean);
        return (depth - 2) * 26 + (bits - 2 << 1) + (mean >>> bits - 1 & 1);
    }

    /** @param shorter share code of the same piece after the shorter context, 0 to 63 */
    static int code(int depth, int siblings, int shorter) {
        return ((depth - 2) * 7 + Math.min(6, log2(2 * siblings - 1))) * 16 + (shorter >> 2);
    }

    /** What stands for a share code at depth 1, from a probability in units of 2^-30. */
    static int baseCode(long base) {
        return Math.min(63, 4 * (Long.numberOfLeadingZeros(base) - 33));
    }

    private static int log2(int value) {
        return 31 - Integer.numberOfLeadingZeros(value);
    }
}
