package dev.inkling.text;

import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.RangeDecoder;

/**
 * Unpacks a table. The children of a node are told as places in the list of children of the node's own suffix, which
 * holds them all because the trie is closed. Not thread-safe.
 */
final class NgramTableReader {
    private static final int DEPTH_ONE = 1 + Pieces.COUNT;

    private final RangeDecoder in;
    private final long[] shares;
    private long[] base = {};
    private short[] piece = {};
    private byte[] code = {};
    private int[] firstChild = {};
    private int[] suffix = {};
    private StaticTable[] counts = {};
    private StaticTable[] gaps = {};
    private StaticTable[] codes = {};
    private int made;

    private NgramTableReader(RangeDecoder in, long[] shares) {
        this.in = in;
        this.shares = shares;
    }

    static NgramTable read(RangeDecoder in, long[] shares) throws MalformedBitstreamException {
        NgramTableReader reader = new NgramTableReader(in, shares);
        reader.readBase();
        reader.readNodes();
        return new NgramTable(reader.piece, reader.code, reader.firstChild, reader.base, shares);
    }

    private void readBase() throws MalformedBitstreamException {
        base = new long[Pieces.COUNT];
        for (int i = 0; i < base.length; i++) {
            base[i] = (long) in.decodeUniform(1 << 15) << 15 | in.decodeUniform(1 << 15);
        }
    }

    private void readNodes() throws MalformedBitstreamException {
        int nodes = in.decodeUniform(1 << 12) << 12 | in.decodeUniform(1 << 12);
        int parents = in.decodeUniform(1 << 12) << 12 | in.decodeUniform(1 << 12);
        piece = new short[nodes];
        code = new byte[nodes];
        firstChild = new int[parents + 1];
        suffix = new int[nodes];
        counts = tables(PackingContexts.COUNTS);
        gaps = tables(PackingContexts.GAPS);
        codes = tables(PackingContexts.CODES);
        startAtDepthOne();
        int from = 1;
        for (int depth = 2; depth <= NgramTable.ORDER; depth++) {
            int end = made;
            for (int parent = from; parent < end; parent++) {
                readChildren(parent, depth);
            }
            from = end;
        }
        firstChild[parents] = made;
    }

    private void startAtDepthOne() {
        firstChild[0] = 1;
        firstChild[1] = DEPTH_ONE;
        for (int i = 0; i < Pieces.COUNT; i++) {
            piece[i + 1] = (short) i;
            code[i + 1] = (byte) PackingContexts.baseCode(base[i]);
        }
        made = DEPTH_ONE;
    }

    private void readChildren(int parent, int depth) throws MalformedBitstreamException {
        firstChild[parent] = made;
        int list = firstChild[suffix[parent]];
        int choices = firstChild[suffix[parent] + 1] - list;
        if (choices == 0) {
            return;
        }
        int children = counts[PackingContexts.count(depth, choices)].decode(in);
        int place = 0;
        for (int left = children; left > 0; left--) {
            place += gaps[PackingContexts.gap(depth, choices - place, left)].decode(in);
            int shorter = list + place++;
            piece[made] = piece[shorter];
            suffix[made] = shorter;
            code[made++] = (byte) codes[PackingContexts.code(depth, children, code[shorter])].decode(in);
        }
    }

    private StaticTable[] tables(int count) throws MalformedBitstreamException {
        StaticTable[] tables = new StaticTable[count];
        for (int i = 0; i < count; i++) {
            tables[i] = smallTable(in);
        }
        return tables;
    }

    /** Unpacks the frequencies of a small table. */
    static StaticTable smallTable(RangeDecoder in) throws MalformedBitstreamException {
        int[] frequencies = new int[StaticTable.SYMBOLS];
        if (in.decodeUniform(2) == 0) {
            frequencies[0] = StaticTable.TOTAL;
            return new StaticTable(frequencies);
        }
        int left = StaticTable.TOTAL;
        for (int symbol = 0; left > 0; symbol++) {
            int bits = in.decodeUniform(14);
            frequencies[symbol] = bits == 0 ? 0 : 1 << bits - 1 | in.decodeUniform(1 << bits - 1);
            left -= frequencies[symbol];
        }
        return new StaticTable(frequencies);
    }
}
