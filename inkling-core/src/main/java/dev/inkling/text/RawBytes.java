package dev.inkling.text;

import java.util.Arrays;

/**
 * Adaptive probabilities of the bits of a byte, highest first, in the context of the three highest bits of the byte
 * before: enough to learn which letters a script uses. Not thread-safe.
 */
final class RawBytes {
    /** Stands for the end; never a byte of UTF-8. */
    static final int END = 0xff;

    private static final int NODES = 256;
    /** Bits seen in a context after which its probability no longer settles: it then moves by 1/64 each time. */
    private static final int SETTLED = 32;

    /** Probability of a 1 in units of 2^-16. */
    private final int[] ones = new int[8 * NODES];
    private final byte[] seen = new byte[8 * NODES];
    private int context;
    private int node = 1;

    RawBytes() {
        Arrays.fill(ones, 1 << 15);
    }

    /** Probability that the next bit is a 1, in units of 2^-16, at least 64 from either end. */
    int one() {
        return Math.max(64, Math.min((1 << 16) - 64, ones[context + node]));
    }

    /**
     * Moves on over a bit.
     *
     * @return the byte that it ends, or -1
     */
    int accept(int bit) {
        int at = context + node;
        seen[at] += (byte) (seen[at] < SETTLED ? 1 : 0);
        ones[at] += (bit << 16) - ones[at] >> 32 - Integer.numberOfLeadingZeros(seen[at]);
        node = node << 1 | bit;
        if (node < NODES) {
            return -1;
        }
        int value = node - NODES;
        node = 1;
        context = (value >> 5) * NODES;
        return value;
    }
}
