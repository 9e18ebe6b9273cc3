package dev.inkling.text;

import dev.inkling.entropy.RangeEncoder;
import java.util.Arrays;

/** Packs a table for {@link NgramTableReader}: a first pass counts the symbols, a second one codes them. */
final class NgramTableWriter {
    /** Receives the numbers that a table is told in. */
    private interface Sink {
        void put(Family family, int context, int value);
    }

    private enum Family {
        COUNT(PackingContexts.COUNTS),
        GAP(PackingContexts.GAPS),
        CODE(PackingContexts.CODES);

        private final int contexts;

        Family(int contexts) {
            this.contexts = contexts;
        }
    }

    private final NgramTable table;
    private final RangeEncoder out;
    private final int[] suffix;

    private NgramTableWriter(NgramTable table, RangeEncoder out) {
        this.table = table;
        this.out = out;
        this.suffix = new int[table.size()];
    }

    static void write(NgramTable table, RangeEncoder out) {
        NgramTableWriter writer = new NgramTableWriter(table, out);
        writer.writeBase();
        writer.writeNodes();
    }

    private void writeBase() {
        for (int i = 0; i < Pieces.COUNT; i++) {
            long base = table.base(i);
            out.encodeUniform((int) (base >> 15), 1 << 15);
            out.encodeUniform((int) (base & 0x7fff), 1 << 15);
        }
    }

    private void writeNodes() {
        for (int number : new int[] {table.size(), table.parents()}) {
            out.encodeUniform(number >> 12, 1 << 12);
            out.encodeUniform(number & 0xfff, 1 << 12);
        }
        int[][][] counts = new int[Family.values().length][][];
        for (Family family : Family.values()) {
            counts[family.ordinal()] = new int[family.contexts][StaticTable.SYMBOLS];
        }
        walk((family, context, value) -> counts[family.ordinal()][context][StaticTable.symbol(value)]++);
        StaticTable[][] tables = Arrays.stream(counts)
                .map(family -> Arrays.stream(family).map(counted -> writeTable(counted, out)).toArray(StaticTable[]::new))
                .toArray(StaticTable[][]::new);
        walk((family, context, value) -> tables[family.ordinal()][context].encode(value, out));
    }

    private void walk(Sink sink) {
        int from = 1;
        int end = table.end(0);
        for (int depth = 2; depth <= NgramTable.ORDER; depth++) {
            for (int parent = from; parent < end; parent++) {
                walk(parent, depth, sink);
            }
            int next = table.end(end - 1);
            from = end;
            end = next;
        }
    }

    private void walk(int parent, int depth, Sink sink) {
        int list = table.first(suffix[parent]);
        int choices = table.end(suffix[parent]) - list;
        int children = table.end(parent) - table.first(parent);
        if (choices > 0) {
            sink.put(Family.COUNT, PackingContexts.count(depth, choices), children);
        }
        int place = 0;
        for (int child = table.first(parent); child < table.end(parent); child++) {
            int shorter = table.child(suffix[parent], table.piece(child));
            int gap = shorter - list - place;
            sink.put(Family.GAP, PackingContexts.gap(depth, choices - place, table.end(parent) - child), gap);
            place += gap + 1;
            suffix[child] = shorter;
            int code = depth == 2 ? PackingContexts.baseCode(table.base(table.piece(shorter))) : table.code(shorter);
            sink.put(Family.CODE, PackingContexts.code(depth, children, code), table.code(child));
        }
    }

    /** Writes the frequencies of a small table, fitted to how often each symbol occurs. */
    static StaticTable writeTable(int[] counts, RangeEncoder out) {
        int[] frequencies = frequencies(counts);
        boolean used = Arrays.stream(counts).sum() > 0;
        out.encodeUniform(used ? 1 : 0, 2);
        int left = used ? StaticTable.TOTAL : 0;
        for (int symbol = 0; left > 0; symbol++) {
            int bits = 32 - Integer.numberOfLeadingZeros(frequencies[symbol]);
            out.encodeUniform(bits, 14);
            if (bits > 0) {
                out.encodeUniform(frequencies[symbol] & (1 << bits - 1) - 1, 1 << bits - 1);
            }
            left -= frequencies[symbol];
        }
        return new StaticTable(frequencies);
    }

    /** Scales counts to a sum of 4,096; what occurs keeps at least 1. */
    private static int[] frequencies(int[] counts) {
        int[] frequencies = new int[counts.length];
        long sum = Arrays.stream(counts).asLongStream().sum();
        if (sum == 0) {
            frequencies[0] = StaticTable.TOTAL;
            return frequencies;
        }
        int most = 0;
        int left = StaticTable.TOTAL;
        for (int i = 0; i < counts.length; i++) {
            frequencies[i] = counts[i] == 0 ? 0 : (int) Math.max(1, counts[i] * (StaticTable.TOTAL - 64L) / sum);
            left -= frequencies[i];
            most = counts[i] > counts[most] ? i : most;
        }
        frequencies[most] += left;
        return frequencies;
    }
}
