package dev.inkling.text;

import java.util.Arrays;

/** Cuts folded text into pieces, merging each chunk's bytes in the order in which the merges were found. */
final class PieceCutter {
    private final Pieces pieces;
    private final int[] chunk = new int[Chunks.MAX_LENGTH];
    private int[] cut = new int[64];
    private int count;

    private PieceCutter(Pieces pieces) {
        this.pieces = pieces;
    }

    /** The pieces of a folded text; their bytes joined give it back. */
    static int[] cut(byte[] folded, Pieces pieces) {
        PieceCutter cutter = new PieceCutter(pieces);
        for (int at = 0; at < folded.length; ) {
            int end = Chunks.end(folded, at);
            cutter.cutChunk(folded, at, end);
            at = end;
        }
        return Arrays.copyOf(cutter.cut, cutter.count);
    }

    private void cutChunk(byte[] folded, int from, int end) {
        int length = end - from;
        for (int i = 0; i < length; i++) {
            chunk[i] = pieces.ofByte(folded[from + i] & 0xff);
        }
        int at = best(length);
        while (at >= 0) {
            chunk[at] = pieces.result(pieces.priority(chunk[at], chunk[at + 1]));
            length--;
            System.arraycopy(chunk, at + 2, chunk, at + 1, length - at - 1);
            at = best(length);
        }
        if (count + length > cut.length) {
            cut = Arrays.copyOf(cut, 2 * cut.length + length);
        }
        System.arraycopy(chunk, 0, cut, count, length);
        count += length;
    }

    /** Where the earliest merge applies in the first {@code length} pieces of the chunk, or -1. */
    private int best(int length) {
        int found = -1;
        int lowest = Integer.MAX_VALUE;
        for (int i = 0; i + 1 < length; i++) {
            int priority = pieces.priority(chunk[i], chunk[i + 1]);
            if (priority < lowest) {
                lowest = priority;
                found = i;
            }
        }
        return found;
    }
}
