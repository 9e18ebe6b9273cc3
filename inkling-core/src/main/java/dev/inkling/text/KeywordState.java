package dev.inkling.text;

import java.util.Arrays;

/**
 * The words of one set so far, as a {@link KeywordNetwork} sees them. Numbers are in units of 2^-12 where nothing else is
 * said. Encoder and decoder drive it alike. Not thread-safe.
 */
final class KeywordState {
    private static final int WIDTH = KeywordNetwork.WIDTH;
    private static final int BITS = 12;
    /** Bound of what goes into a matrix, so that no sum of 192 products with weights up to 31 leaves 31 bits. */
    private static final int MOST = (1 << 17) - 1;

    /** 2^16 / sqrt(n), rounded down. */
    private static final int[] ROOTS = new int[SetSize.MAX + 1];

    static {
        int root = 1 << 16;
        for (int n = 1; n < ROOTS.length; n++) {
            while ((long) root * root * n > 1L << 32) {
                root--;
            }
            ROOTS[n] = root;
        }
    }

    private final KeywordNetwork network;
    private final int size;
    private final int[] sum = new int[WIDTH];
    private final int[] last = new int[WIDTH];
    private int accepted;

    /** @param size number of words of the set, without those that are spelled */
    KeywordState(KeywordNetwork network, int size) {
        this.network = network;
        this.size = size;
    }

    /**
     * Logarithms of how likely the next word has each rank, in units of 2^-12 bit and but for a constant.
     *
     * @param low  the first rank that it can have, below HEAD; what is before stays 0
     * @param left how many words are left, this one included
     * @return HEAD + 1 numbers, the last for all ranks from HEAD on
     */
    int[] outputs(int low, int left) {
        int[] outputs = new int[KeywordNetwork.HEAD + 1];
        network.ranks().times(summary(low, left), outputs, 0, low);
        for (int rank = low; rank < outputs.length; rank++) {
            outputs[rank] += 4 * network.biases()[rank] + 2 * (left - 1) * network.beyond()[rank];
        }
        return outputs;
    }

    private int[] summary(int low, int left) {
        int[] layer = new int[KeywordNetwork.HIDDEN];
        network.layer().times(seen(), layer, 0);
        int[] places = places(low, left);
        for (int i = 0; i < layer.length; i++) {
            long rectified = Math.max(0, layer[i] + places[i]);
            layer[i] = bounded(rectified * rectified >> BITS + 3);
        }
        int[] summary = new int[WIDTH];
        network.summary().times(layer, summary, 2);
        for (int i = 0; i < WIDTH; i++) {
            summary[i] = bounded(summary[i]);
        }
        return summary;
    }

    private int[] seen() {
        int[] seen = new int[3 * WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            seen[i] = bounded((long) sum[i] * ROOTS[Math.max(1, accepted)] >> 16);
            seen[WIDTH + i] = bounded(sum[i] / Math.max(1, accepted));
            seen[2 * WIDTH + i] = bounded(last[i]);
        }
        return seen;
    }

    private int[] places(int low, int left) {
        int[] places = new int[KeywordNetwork.HIDDEN];
        int rows = KeywordNetwork.ROWS_OF_SIZES;
        network.places().addRow(KeywordNetwork.row(size), places, BITS);
        network.places().addRow(rows + KeywordNetwork.row(left), places, BITS);
        network.places().addRow(2 * rows + KeywordNetwork.row(low + 1), places, BITS);
        return places;
    }

    private static int bounded(long value) {
        return (int) Math.max(-MOST, Math.min(MOST, value));
    }

    /** Moves on over a word of a rank below HEAD. */
    void accept(int rank) {
        accepted++;
        Arrays.fill(last, 0);
        network.words().addRow(rank, last, BITS);
        for (int i = 0; i < WIDTH; i++) {
            sum[i] += last[i];
        }
    }
}
