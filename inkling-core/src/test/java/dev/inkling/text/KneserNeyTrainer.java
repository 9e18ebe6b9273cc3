package dev.inkling.text;

import java.util.Arrays;
import java.util.List;

/**
 * Interpolated Kneser-Ney with modified discounts (Chen, Goodman 1999), pruned by what each run of pieces saves on the
 * training text, closed under prefixes and suffixes, and quantised. A run of k pieces is a number of 12 k bits.
 */
final class KneserNeyTrainer {
    private static final int ORDER = NgramTable.ORDER;
    private static final int BITS = 12;
    private static final int ROUNDS = 24;

    /**
     * A text to learn from.
     *
     * @param pieces    its pieces, with start and end
     * @param relevance how much a bit saved on it counts when runs are pruned
     */
    record Document(int[] pieces, double relevance) {}

    /** All runs of one length. */
    private static final class Level {
        private long[] keys;
        /** Occurrences, weighted with relevance. */
        private float[] occurrences;
        private float[] counts;
        private float[] own;
        private float[] left;
        private float[] full;
        private boolean[] kept;
    }

    private final List<Document> documents;
    private final int start;
    private final Level[] levels = new Level[ORDER + 1];

    private KneserNeyTrainer(List<Document> documents, int start) {
        this.documents = documents;
        this.start = start;
    }

    /**
     * Learns a table.
     *
     * @param start the piece that starts each text and is never foretold
     * @param nodes most nodes at depths 2 to 5
     */
    static NgramTable train(List<Document> documents, int start, int nodes) {
        KneserNeyTrainer trainer = new KneserNeyTrainer(documents, start);
        trainer.count();
        trainer.adjust();
        trainer.base();
        for (int length = 2; length <= ORDER; length++) {
            trainer.discount(length);
        }
        trainer.prune(nodes);
        return trainer.table();
    }

    private static long mask(int length) {
        return (1L << BITS * length) - 1;
    }

    private void count() {
        levels[1] = new Level();
        levels[1].keys = new long[Pieces.COUNT];
        Arrays.setAll(levels[1].keys, i -> i);
        for (int length = 2; length <= ORDER; length++) {
            levels[length] = new Level();
            levels[length].keys = distinct(length);
        }
        for (int length = 1; length <= ORDER; length++) {
            countLevel(length);
        }
    }

    private long[] distinct(int length) {
        int total = documents.stream().mapToInt(d -> Math.max(0, d.pieces().length - length + 1)).sum();
        long[] keys = new long[total];
        int at = 0;
        for (Document document : documents) {
            for (int end = length; end <= document.pieces().length; end++) {
                keys[at++] = key(document.pieces(), end, length);
            }
        }
        Arrays.sort(keys);
        int kept = 0;
        for (int i = 0; i < keys.length; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                keys[kept++] = keys[i];
            }
        }
        return Arrays.copyOf(keys, kept);
    }

    private static long key(int[] pieces, int end, int length) {
        long key = 0;
        for (int i = end - length; i < end; i++) {
            key = key << BITS | pieces[i];
        }
        return key;
    }

    private void countLevel(int length) {
        Level level = levels[length];
        level.counts = new float[level.keys.length];
        level.occurrences = new float[level.keys.length];
        for (Document document : documents) {
            for (int end = length; end <= document.pieces().length; end++) {
                int at = index(length, key(document.pieces(), end, length));
                level.counts[at]++;
                level.occurrences[at] += (float) document.relevance();
            }
        }
    }

    private int index(int length, long key) {
        return Arrays.binarySearch(levels[length].keys, key);
    }

    /** Below the longest runs, counts how many different pieces stand before a run; at a text's start, occurrences. */
    private void adjust() {
        for (int length = 1; length < ORDER; length++) {
            Level level = levels[length];
            float[] before = new float[level.keys.length];
            for (long key : levels[length + 1].keys) {
                before[index(length, key & mask(length))]++;
            }
            for (int i = 0; i < before.length; i++) {
                level.counts[i] = before[i] == 0 ? level.counts[i] : before[i];
            }
        }
    }

    private void base() {
        Level level = levels[1];
        double sum = 0;
        level.full = new float[Pieces.COUNT];
        level.left = new float[Pieces.COUNT];
        level.counts[start] = 0;
        for (float count : level.counts) {
            sum += count + 0.1;
        }
        for (int i = 0; i < Pieces.COUNT; i++) {
            level.full[i] = (float) ((level.counts[i] + 0.1) / sum);
        }
    }

    private void discount(int length) {
        Level level = levels[length];
        double[] discounts = discounts(level.counts);
        Level shorter = levels[length - 1];
        double[] sums = new double[shorter.keys.length];
        int[] contexts = new int[level.keys.length];
        for (int i = 0; i < contexts.length; i++) {
            contexts[i] = i > 0 && level.keys[i] >>> BITS == level.keys[i - 1] >>> BITS
                    ? contexts[i - 1]
                    : index(length - 1, level.keys[i] >>> BITS);
            sums[contexts[i]] += level.counts[i];
        }
        level.own = new float[contexts.length];
        level.full = new float[contexts.length];
        level.left = new float[contexts.length];
        Arrays.fill(shorter.left, 1);
        for (int i = 0; i < contexts.length; i++) {
            double count = level.counts[i];
            level.own[i] = (float) ((count - discounts[(int) Math.min(3, count)]) / sums[contexts[i]]);
            shorter.left[contexts[i]] -= level.own[i];
        }
        for (int i = 0; i < contexts.length; i++) {
            int suffix = index(length - 1, level.keys[i] & mask(length - 1));
            level.full[i] = level.own[i] + shorter.left[contexts[i]] * shorter.full[suffix];
        }
    }

    private static double[] discounts(float[] counts) {
        double[] times = new double[5];
        for (float count : counts) {
            if (count < times.length) {
                times[(int) count]++;
            }
        }
        double y = times[1] / (times[1] + 2 * times[2]);
        return new double[] {
            0,
            1 - 2 * y * times[2] / times[1],
            2 - 3 * y * times[3] / Math.max(1, times[2]),
            3 - 4 * y * times[4] / Math.max(1, times[3])
        };
    }

    private void prune(int nodes) {
        float[][] savings = new float[ORDER + 1][];
        for (int length = 2; length <= ORDER; length++) {
            savings[length] = savings(length);
        }
        double low = 0;
        double high = 1000;
        for (int round = 0; round < ROUNDS; round++) {
            double threshold = (low + high) / 2;
            if (keep(savings, threshold) > nodes) {
                low = threshold;
            } else {
                high = threshold;
            }
        }
        keep(savings, high);
    }

    /** Bits that each run saves on the training text against leaving its share to the shorter context. */
    private float[] savings(int length) {
        Level level = levels[length];
        Level shorter = levels[length - 1];
        float[] savings = new float[level.keys.length];
        for (int i = 0; i < savings.length; i++) {
            double left = shorter.left[index(length - 1, level.keys[i] >>> BITS)];
            double lower = shorter.full[index(length - 1, level.keys[i] & mask(length - 1))];
            double ratio = level.full[i] / ((left + level.own[i]) * lower);
            savings[i] = (float) (level.occurrences[i] * StrictMath.log(ratio) / StrictMath.log(2));
        }
        return savings;
    }

    private int keep(float[][] savings, double threshold) {
        int total = 0;
        levels[1].kept = new boolean[Pieces.COUNT];
        for (int length = ORDER; length > 1; length--) {
            Level level = levels[length];
            level.kept = new boolean[level.keys.length];
            // A longer run costs the nodes of its shorter contexts too.
            for (int i = 0; i < level.keys.length; i++) {
                level.kept[i] = savings[length][i] > threshold * (length - 1);
            }
            if (length < ORDER) {
                close(length);
            }
            for (boolean kept : level.kept) {
                total += kept ? 1 : 0;
            }
        }
        return total;
    }

    private void close(int length) {
        Level longer = levels[length + 1];
        for (int i = 0; i < longer.keys.length; i++) {
            if (longer.kept[i]) {
                levels[length].kept[index(length, longer.keys[i] >>> BITS)] = true;
                levels[length].kept[index(length, longer.keys[i] & mask(length))] = true;
            }
        }
    }

    private NgramTable table() {
        Arrays.fill(levels[1].kept, true);
        int nodes = 1;
        for (int length = 1; length <= ORDER; length++) {
            nodes += kept(length);
        }
        NgramTableBuilder builder = new NgramTableBuilder(nodes, nodes - kept(ORDER));
        for (int length = 1; length <= ORDER; length++) {
            addLevel(length, builder);
        }
        return builder.build(baseUnits());
    }

    private void addLevel(int length, NgramTableBuilder builder) {
        Level level = levels[length];
        int i = 0;
        for (long context : contexts(length)) {
            builder.nextParent();
            while (i < level.keys.length && level.keys[i] >>> BITS < context) {
                i++;
            }
            for (; i < level.keys.length && level.keys[i] >>> BITS == context; i++) {
                if (level.kept[i]) {
                    addChild(level, i, builder);
                }
            }
        }
    }

    private void addChild(Level level, int i, NgramTableBuilder builder) {
        int last = (int) (level.keys[i] & Pieces.COUNT - 1);
        if (level == levels[1]) {
            builder.addChild(last);
        } else {
            builder.addChild(last, level.own[i]);
        }
    }

    private long[] contexts(int length) {
        if (length == 1) {
            return new long[] {0};
        }
        Level level = levels[length - 1];
        long[] contexts = new long[kept(length - 1)];
        int at = 0;
        for (int i = 0; i < level.keys.length; i++) {
            if (level.kept[i]) {
                contexts[at++] = level.keys[i];
            }
        }
        return contexts;
    }

    private int kept(int length) {
        int kept = 0;
        for (boolean flag : levels[length].kept) {
            kept += flag ? 1 : 0;
        }
        return kept;
    }

    private long[] baseUnits() {
        long[] base = new long[Pieces.COUNT];
        Arrays.setAll(base, i -> Math.max(1, StrictMath.round(levels[1].full[i] * (double) NgramTable.ONE)));
        return base;
    }
}
