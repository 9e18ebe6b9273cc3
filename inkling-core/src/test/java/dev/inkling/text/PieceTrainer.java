package dev.inkling.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** Finds the pieces by byte pair encoding: joins the most frequent pair, again and again. Ties go to the older pieces. */
final class PieceTrainer {
    private record Pair(int left, int right) {}

    /**
     * Numbered pieces, as a prior holds them.
     *
     * @param ofByte  see {@link Pieces}
     * @param lefts   see there
     * @param rights  see there
     * @param results see there
     */
    record Numbered(short[] ofByte, short[] lefts, short[] rights, short[] results) {
        Pieces pieces() {
            return new Pieces(ofByte, lefts, rights, results);
        }
    }

    private record Candidate(Pair pair, long count) {}

    private final Map<String, Long> chunkCounts = new TreeMap<>();
    private final List<int[]> chunks = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();
    private final Map<Pair, Long> pairCounts = new HashMap<>();
    private final Map<Pair, List<Integer>> chunksOfPair = new HashMap<>();
    private final PriorityQueue<Candidate> queue = new PriorityQueue<>(Comparator.comparingLong(Candidate::count)
            .reversed()
            .thenComparingInt(c -> c.pair().left())
            .thenComparingInt(c -> c.pair().right()));
    private final List<Pair> merges = new ArrayList<>();

    /** Counts a text so many times. */
    void add(byte[] folded, int weight) {
        for (int at = 0; at < folded.length; ) {
            int end = Chunks.end(folded, at);
            chunkCounts.merge(new String(folded, at, end - at, StandardCharsets.ISO_8859_1), (long) weight, Long::sum);
            at = end;
        }
    }

    /** The pieces in order of discovery: bytes by value, then merges. */
    Numbered train() {
        chunkCounts.forEach((chunk, count) -> {
            if (chunk.length() > 1) {
                addChunk(chunk, count);
            }
        });
        pairCounts.forEach((pair, count) -> queue.add(new Candidate(pair, count)));
        while (merges.size() < Pieces.MERGES) {
            Candidate best = queue.remove();
            if (best.count() == pairCounts.getOrDefault(best.pair(), 0L) && best.count() > 0) {
                merge(best.pair());
            }
        }
        return numbered(identity());
    }

    private void addChunk(String chunk, long count) {
        int[] symbols = chunk.chars().toArray();
        chunks.add(symbols);
        counts.add(count);
        for (int i = 0; i + 1 < symbols.length; i++) {
            addPair(new Pair(symbols[i], symbols[i + 1]), chunks.size() - 1);
        }
    }

    private void addPair(Pair pair, int chunk) {
        pairCounts.merge(pair, counts.get(chunk), Long::sum);
        chunksOfPair.computeIfAbsent(pair, key -> new ArrayList<>()).add(chunk);
    }

    private void merge(Pair pair) {
        int made = Pieces.BYTES + merges.size();
        merges.add(pair);
        Map<Pair, Boolean> touched = new HashMap<>();
        int previous = -1;
        for (int index : List.copyOf(chunksOfPair.get(pair))) {
            if (index != previous) {
                rewrite(index, pair, made, touched);
            }
            previous = index;
        }
        pairCounts.remove(pair);
        touched.keySet().forEach(key -> queue.add(new Candidate(key, pairCounts.getOrDefault(key, 0L))));
    }

    private void rewrite(int index, Pair pair, int made, Map<Pair, Boolean> touched) {
        int[] old = chunks.get(index);
        int[] symbols = join(old, pair, made);
        if (symbols.length == old.length) {
            return;
        }
        for (int i = 0; i + 1 < old.length; i++) {
            Pair gone = new Pair(old[i], old[i + 1]);
            pairCounts.merge(gone, -counts.get(index), Long::sum);
            touched.put(gone, true);
        }
        chunks.set(index, symbols);
        for (int i = 0; i + 1 < symbols.length; i++) {
            Pair come = new Pair(symbols[i], symbols[i + 1]);
            addPair(come, index);
            touched.put(come, true);
        }
    }

    private static int[] join(int[] symbols, Pair pair, int made) {
        int[] joined = new int[symbols.length];
        int length = 0;
        for (int i = 0; i < symbols.length; i++) {
            boolean hit = i + 1 < symbols.length && symbols[i] == pair.left() && symbols[i + 1] == pair.right();
            joined[length++] = hit ? made : symbols[i];
            i += hit ? 1 : 0;
        }
        return Arrays.copyOf(joined, length);
    }

    private static short[] identity() {
        short[] order = new short[Pieces.COUNT];
        for (int i = 0; i < order.length; i++) {
            order[i] = (short) i;
        }
        return order;
    }

    /** The same pieces numbered from the most to the least frequent. */
    Numbered renumbered(long[] frequencies) {
        Integer[] byFrequency = new Integer[Pieces.COUNT];
        Arrays.setAll(byFrequency, i -> i);
        Arrays.sort(byFrequency, Comparator.comparingLong((Integer i) -> -frequencies[i]).thenComparingInt(i -> i));
        short[] number = new short[Pieces.COUNT];
        for (int i = 0; i < number.length; i++) {
            number[byFrequency[i]] = (short) i;
        }
        return numbered(number);
    }

    private Numbered numbered(short[] number) {
        short[] lefts = new short[Pieces.MERGES];
        short[] rights = new short[Pieces.MERGES];
        for (int i = 0; i < Pieces.MERGES; i++) {
            lefts[i] = number[merges.get(i).left()];
            rights[i] = number[merges.get(i).right()];
        }
        return new Numbered(
                Arrays.copyOf(number, Pieces.BYTES),
                lefts,
                rights,
                Arrays.copyOfRange(number, Pieces.BYTES, Pieces.COUNT));
    }
}
