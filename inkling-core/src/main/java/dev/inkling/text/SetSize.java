package dev.inkling.text;

/** How many words a keyword set has: the table that its size is coded with, and classes of sizes. */
final class SetSize {
    /** Most words of a set. */
    static final int MAX = 255;
    /** Number of classes. */
    static final int CLASSES = 4;

    private static final int[] CLASS_ENDS = {8, 15, 30};
    private static final int[] STARTS = new int[MAX + 1];

    static {
        for (int size = 1; size <= MAX; size++) {
            STARTS[size] = STARTS[size - 1] + frequencyOf(size);
        }
    }

    private SetSize() {}

    /** People ask for round numbers. */
    private static int frequencyOf(int size) {
        return switch (size) {
            case 5, 10, 20, 40 -> 640;
            case 8, 12, 15, 30 -> 120;
            default -> size <= 60 ? 14 : 1;
        };
    }

    /** Sum of the frequencies of the sizes below one. */
    static int start(int size) {
        return STARTS[size - 1];
    }

    static int frequency(int size) {
        return STARTS[size] - STARTS[size - 1];
    }

    /** Sum of all frequencies. */
    static int total() {
        return STARTS[MAX];
    }

    /** The class of a size, 0 to {@link #CLASSES} - 1. */
    static int classOf(int size) {
        int index = 0;
        while (index < CLASS_ENDS.length && size >= CLASS_ENDS[index]) {
            index++;
        }
        return index;
    }
}
