package dev.inkling.entropy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * A model as {@code docs/format.md} describes it, sections 7.1 and 7.8, with nothing but the document: the foreign check
 * of {@link MixingModel}. It shares no code with it.
 */
final class DocumentedModel {
    private static final int LIMIT = 2047;

    private final long[] squash = new long[2 * LIMIT + 1];
    private final int[] sizes;
    private final int[][] slow;
    private final int[][] fast;
    private final int[][] counts;
    private final int[][][] weights;
    private final int[][] maps;
    private final int inputs;

    /**
     * @param trained its starting values, as the resource holds them
     * @param sets    number of weight sets of the first and the second mixer
     * @param sizes   number of values of each context
     */
    DocumentedModel(byte[] trained, int[] sets, int[] sizes) throws IOException {
        this.sizes = sizes;
        inputs = 2 * sizes.length + 1;
        slow = new int[sizes.length][];
        fast = new int[sizes.length][];
        counts = new int[sizes.length][];
        weights = new int[2][][];
        maps = new int[sets[0]][33];
        long e = 1 << 20;
        for (int x = 0; x <= LIMIT; x++) {
            squash[LIMIT + x] = e * 65536 / (e + (1 << 20));
            squash[LIMIT - x] = 65536 - squash[LIMIT + x];
            e = Math.floorDiv(e * 1_077_944_331L, 1L << 30);
        }
        read(new DataInputStream(new ByteArrayInputStream(trained)), sets);
    }

    private void read(DataInputStream in, int[] sets) throws IOException {
        for (int c = 0; c < sizes.length; c++) {
            slow[c] = new int[sizes[c]];
            for (int v = 0; v < sizes[c]; v++) {
                slow[c][v] = 16 * in.readUnsignedShort();
            }
            fast[c] = slow[c].clone();
        }
        for (int c = 0; c < sizes.length; c++) {
            counts[c] = new int[sizes[c]];
            for (int v = 0; v < sizes[c]; v++) {
                counts[c][v] = in.readUnsignedByte();
            }
        }
        for (int mixer = 0; mixer < 2; mixer++) {
            weights[mixer] = new int[sets[mixer]][inputs];
            for (int[] set : weights[mixer]) {
                for (int n = 0; n < inputs; n++) {
                    set[n] = 16 * in.readShort();
                }
            }
        }
        for (int[] map : maps) {
            for (int i = 0; i < map.length; i++) {
                map[i] = 16 * in.readUnsignedShort();
            }
        }
    }

    private int stretch(int p) {
        int x = -LIMIT;
        while (x < LIMIT && squash[LIMIT + x] < 16 * (p / 16) + 8) {
            x++;
        }
        return x;
    }

    private int mix(int[] set, int[] values) {
        long sum = 0;
        for (int n = 0; n < inputs; n++) {
            sum += (long) set[n] * values[n];
        }
        return (int) Math.max(-LIMIT, Math.min(LIMIT, Math.floorDiv(sum, 65536L)));
    }

    /** Predicts a bit, learns it, and returns the probability of a 1 that it was given. */
    int code(int bit, int[] context, int first, int second) {
        int[] values = new int[inputs];
        for (int c = 0; c < sizes.length; c++) {
            values[2 * c] = stretch(slow[c][context[c]]);
            values[2 * c + 1] = stretch(fast[c][context[c]]);
        }
        values[inputs - 1] = 256;
        int a = mix(weights[0][first], values);
        int b = mix(weights[1][second], values);
        int x = Math.floorDiv(a + b, 2);
        int part = (x + 2048) % 128;
        int i = (x + 2048) / 128;
        int[] map = maps[first];
        long refined = (map[i] * (128 - part) + map[i + 1] * part) / 128;
        long p = Math.max(32, Math.min(65504, (squash[LIMIT + x] + refined) / 2));

        int target = bit == 1 ? 65535 : 0;
        for (int n = 0; n < inputs; n++) {
            weights[0][first][n] += step(values[n], 65536 * bit - squash[LIMIT + a]);
            weights[1][second][n] += step(values[n], 65536 * bit - squash[LIMIT + b]);
        }
        for (int c = 0; c < sizes.length; c++) {
            int v = context[c];
            int count = Math.min(counts[c][v], 250);
            slow[c][v] += (int) Math.floorDiv((long) (target - slow[c][v]) * (131072 / (2 * count + 3)), 65536L);
            counts[c][v] = Math.min(count + 1, 250);
            fast[c][v] += Math.floorDiv(target - fast[c][v], 32);
        }
        int nearer = part < 64 ? i : i + 1;
        map[nearer] += Math.floorDiv(target - map[nearer], 64);
        return (int) p;
    }

    private static int step(int input, long error) {
        return (int) Math.floorDiv(input * error * 2 + (1 << 19), 1L << 20);
    }
}
