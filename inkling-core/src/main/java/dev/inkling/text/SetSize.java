package dev.inkling.text;

/** How many words a keyword set has: the table that its size is coded with, and classes of sizes. */
final class SetSize {
    /** Most words of a set. */
    static final int MAX = 255;
    /** Number of classes. */
    static final int CLASSES = 4;

    private static final int[] CLASS_ENDS = {8, 15, 30};

    private SetSize() {}

    /** People ask for round numbers. */
    private static int frequency(int size) {
        return switch (size) {
            case 5, 10, 20, 40 -> 640;
            case 8, 12, 15, 30 -> 120;
            default -> size <= 60 ? 14 : 1;
        };
    }

    /**
     * For each size the sum of the frequencies of the sizes below it, and of all.
     *
     * @param room bits that are left of the message, or {@link CodedText#UNKNOWN}
     * @return {@link #MAX} + 1 numbers, the first of size 1
     */
    static int[] starts(long room) {
        int[] starts = new int[MAX + 1];
        for (int size = 1; size <= MAX; size++) {
            starts[size] = starts[size - 1] + (room == CodedText.UNKNOWN ? frequency(size) : frequency(size, room));
        }
        return starts;
    }

    /** Sizes whose words take more or less than the room are unlikely. */
    private static int frequency(int size, long room) {
        long difference = room * RestRate.BIT - RestRate.expected(size, 0) - RestRate.FIRST;
        long likely = PowerOfTwo.of(-RestRate.penalty(difference, RestRate.steepness(size)));
        return 1 + (int) (16 * frequency(size) * likely >> PowerOfTwo.BITS);
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
