package dev.inkling.text;

import static dev.inkling.text.CaptionNetwork.HEAD;
import static dev.inkling.text.CaptionNetwork.HEADS;
import static dev.inkling.text.CaptionNetwork.HIDDEN;
import static dev.inkling.text.CaptionNetwork.LAYERS;
import static dev.inkling.text.CaptionNetwork.WIDTH;
import static dev.inkling.text.CaptionNetwork.WINDOW;

import java.util.Arrays;

/**
 * Where a text stands in the network: the keys and values of what it has read. Vectors between blocks are in units of
 * 2^-12, normed ones, which go into matrices, in units of 2^-11 and cut to 16 bits. Not thread-safe.
 */
final class NetworkState {
    private static final int MOST = 32767;
    /** log2(e) / sqrt(HEAD) in units of 2^-16. */
    private static final long ATTENTION = 11819;
    /** Pieces that are read again when the window is full. */
    private static final int KEPT = 128;

    private final CaptionNetwork network;
    private final int[][][] keys = new int[LAYERS][WINDOW][];
    private final int[][][] values = new int[LAYERS][WINDOW][];
    private final int[] read = new int[WINDOW];
    private int position;

    private final int[] stream = new int[WIDTH];
    private final int[] normed = new int[WIDTH];
    private final int[] attended = new int[3 * WIDTH];
    private final int[] hidden = new int[HIDDEN];
    private final int[] added = new int[WIDTH];
    private final int[] scores = new int[WINDOW];

    /** At the start of a text. */
    NetworkState(CaptionNetwork network) {
        this.network = network;
        begin();
    }

    private void begin() {
        position = 0;
        for (int i = 0; i < WIDTH; i++) {
            stream[i] = network.start(i) << 12;
        }
        advance();
    }

    /** Moves on over a piece. */
    void accept(int piece) {
        if (position == WINDOW) {
            int[] kept = Arrays.copyOfRange(read, WINDOW - KEPT, WINDOW);
            begin();
            for (int old : kept) {
                step(old);
            }
        }
        step(piece);
    }

    private void step(int piece) {
        read[position] = piece;
        for (int i = 0; i < WIDTH; i++) {
            stream[i] = network.embedding().weight(piece, i) << 12;
        }
        advance();
    }

    private void advance() {
        norm(stream, 0, WIDTH, 12, stream);
        for (int layer = 0; layer < LAYERS; layer++) {
            CaptionNetwork.Block block = network.block(layer);
            attend(block, layer);
            add();
            rectify(block);
            add();
        }
        position++;
    }

    private void add() {
        for (int i = 0; i < WIDTH; i++) {
            stream[i] += added[i];
        }
    }

    private void attend(CaptionNetwork.Block block, int layer) {
        norm(stream, 0, WIDTH, 11, normed);
        block.attend().times(normed, attended, 0);
        for (int head = 0; head < 2 * HEADS; head++) {
            norm(attended, head * HEAD, HEAD, 11, attended);
            network.rotation().turn(attended, head * HEAD, position);
        }
        cut(attended, 2 * WIDTH, 3 * WIDTH);
        keys[layer][position] = Arrays.copyOfRange(attended, WIDTH, 2 * WIDTH);
        values[layer][position] = Arrays.copyOfRange(attended, 2 * WIDTH, 3 * WIDTH);
        for (int head = 0; head < HEADS; head++) {
            attend(keys[layer], values[layer], head * HEAD);
        }
        block.output().times(normed, added, 0);
    }

    /** Replaces a head's part of {@link #normed} by the mean of its values. */
    private void attend(int[][] headKeys, int[][] headValues, int first) {
        int most = Integer.MIN_VALUE;
        for (int at = 0; at <= position; at++) {
            long score = 0;
            for (int i = first; i < first + HEAD; i++) {
                score += (long) attended[i] * headKeys[at][i];
            }
            scores[at] = (int) (score * ATTENTION >> 26);
            most = Math.max(most, scores[at]);
        }
        long sum = 0;
        long[] weighted = new long[HEAD];
        for (int at = 0; at <= position; at++) {
            long weight = PowerOfTwo.of(scores[at] - most) >> 10;
            sum += weight;
            for (int i = 0; i < HEAD; i++) {
                weighted[i] += weight * headValues[at][first + i];
            }
        }
        for (int i = 0; i < HEAD; i++) {
            normed[first + i] = (int) Math.floorDiv(weighted[i], sum);
        }
    }

    private void rectify(CaptionNetwork.Block block) {
        norm(stream, 0, WIDTH, 11, normed);
        block.up().times(normed, hidden, 0);
        int all = 0;
        for (int i = 0; i < HIDDEN; i++) {
            int positive = Math.max(0, Math.min(MOST, hidden[i]));
            hidden[i] = positive * positive;
            all |= hidden[i];
        }
        // The squares are cut to 15 bits by what the largest of them needs.
        int down = Math.max(0, 17 - Integer.numberOfLeadingZeros(all));
        for (int i = 0; i < HIDDEN; i++) {
            hidden[i] >>= down;
        }
        block.down().times(hidden, added, down);
    }

    /**
     * How likely the network holds each piece to be next.
     *
     * @param logits gets one number for each piece, in units of 1/4096 bit, the largest 0
     */
    void logits(int[] logits) {
        norm(stream, 0, WIDTH, 11, normed);
        for (int i = 0; i < WIDTH; i++) {
            normed[i] = normed[i] * network.gain(i) >> 12;
        }
        cut(normed, 0, WIDTH);
        network.embedding().times(normed, logits, 0);
        int most = Integer.MIN_VALUE;
        for (int i = 0; i < logits.length; i++) {
            logits[i] += network.bias(i);
            most = Math.max(most, logits[i]);
        }
        for (int i = 0; i < logits.length; i++) {
            logits[i] -= most;
        }
    }

    private static void cut(int[] vector, int first, int end) {
        for (int i = first; i < end; i++) {
            vector[i] = Math.max(-MOST, Math.min(MOST, vector[i]));
        }
    }

    /** Divides numbers by their root mean square; the result is in units of 2^-fraction, cut to 16 bits. */
    private static void norm(int[] vector, int first, int count, int fraction, int[] normed) {
        long squares = 0;
        for (int i = first; i < first + count; i++) {
            squares += (long) vector[i] * vector[i];
        }
        long root = Math.max(1, root(squares * 256 / count));
        for (int i = first; i < first + count; i++) {
            long quotient = Math.floorDiv((long) vector[i] << fraction + 4, root);
            normed[i] = (int) Math.max(-MOST, Math.min(MOST, quotient));
        }
    }

    /** Square root of less than 2^62, rounded down, digit by digit. */
    private static long root(long value) {
        long root = 0;
        for (long bit = 1L << 30; bit > 0; bit >>= 1) {
            root += (root + bit) * (root + bit) <= value ? bit : 0;
        }
        return root;
    }
}
