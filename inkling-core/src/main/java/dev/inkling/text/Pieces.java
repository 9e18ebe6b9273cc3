package dev.inkling.text;

import java.util.Arrays;

/**
 * The 4,096 pieces that text is made of: the 256 byte values and 3,840 strings that byte pair encoding found (Gage 1994;
 * Sennrich, Haddow, Birch 2016). Pieces are numbered from the most to the least frequent. Immutable.
 */
final class Pieces {
    /** How many pieces there are. */
    static final int COUNT = 4096;
    /** How many pieces are single bytes. */
    static final int BYTES = 256;
    /** How many pieces are made by joining two others. */
    static final int MERGES = COUNT - BYTES;

    private final short[] ofByte;
    private final byte[][] bytes = new byte[COUNT][];
    /** Sorted {@code left * COUNT + right}, and beside it which merge makes what of them. */
    private final int[] pairs = new int[MERGES];
    private final short[] priorities = new short[MERGES];
    private final short[] results;

    /**
     * @param ofByte  the 256 pieces of single bytes
     * @param lefts   left half of each merge, first merge first; a half is a byte or the result of an earlier merge
     * @param rights  right halves
     * @param results the pieces that they make
     */
    Pieces(short[] ofByte, short[] lefts, short[] rights, short[] results) {
        this.ofByte = ofByte.clone();
        this.results = results.clone();
        for (int value = 0; value < BYTES; value++) {
            bytes[ofByte[value]] = new byte[] {(byte) value};
        }
        long[] keyed = new long[MERGES];
        for (int i = 0; i < MERGES; i++) {
            bytes[results[i]] = join(bytes[lefts[i]], bytes[rights[i]]);
            keyed[i] = (long) (lefts[i] * COUNT + rights[i]) << 16 | i;
        }
        Arrays.sort(keyed);
        for (int i = 0; i < MERGES; i++) {
            pairs[i] = (int) (keyed[i] >>> 16);
            priorities[i] = (short) keyed[i];
        }
    }

    private static byte[] join(byte[] left, byte[] right) {
        byte[] joined = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, joined, left.length, right.length);
        return joined;
    }

    /** The piece of a single byte or mark, 0 to 255. */
    int ofByte(int value) {
        return ofByte[value];
    }

    /** The bytes of a piece; not to be changed. */
    byte[] bytes(int piece) {
        return bytes[piece];
    }

    /** Which merge joins two pieces: 0 (first) to 3,839, or {@link Integer#MAX_VALUE} when none does. */
    int priority(int left, int right) {
        int found = Arrays.binarySearch(pairs, left * COUNT + right);
        return found < 0 ? Integer.MAX_VALUE : priorities[found];
    }

    /** The piece that a merge makes. */
    int result(int priority) {
        return results[priority];
    }
}
