package dev.inkling.text;

import java.util.Arrays;

/** The pieces of the text itself so far. Not thread-safe. */
final class RecentPieces {
    private static final int WINDOW = 400;
    private static final int MAX_FOLLOWERS = 32;
    private static final int NONE = -1;

    private int[] history = new int[128];
    /** For each position, the one before with the same piece. */
    private int[] same = new int[128];
    private final int[] last = new int[Pieces.COUNT];
    private int count;
    private int followers;

    RecentPieces() {
        Arrays.fill(last, NONE);
    }

    /** Number of pieces so far. */
    int count() {
        return count;
    }

    /** Moves on over a piece; the parts follow by themselves. */
    void accept(int piece) {
        if (count == history.length) {
            history = Arrays.copyOf(history, 2 * count);
            same = Arrays.copyOf(same, 2 * count);
        }
        history[count] = piece;
        same[count] = last[piece];
        last[piece] = count++;
        followers = 0;
        for (int at = same[count - 1]; at != NONE && followers < MAX_FOLLOWERS; at = same[at]) {
            followers++;
        }
    }

    /** The last 400 pieces, as a part: a piece is as likely as its share of them. */
    MixPart said() {
        return new Said();
    }

    /** The pieces that followed the last one the last 32 times, as a part. */
    MixPart followers() {
        return new Followers();
    }

    private final class Said implements MixPart {
        @Override
        public long probability(int piece) {
            int window = Math.min(count, WINDOW);
            int hits = 0;
            for (int at = count - window; at < count; at++) {
                hits += history[at] == piece ? 1 : 0;
            }
            return window == 0 ? 0 : hits * (NgramTable.ONE / window);
        }

        @Override
        public void addTo(PieceDistribution distribution, long weight) {
            int window = Math.min(count, WINDOW);
            long each = window == 0 ? 0 : weight * (NgramTable.ONE / window);
            for (int at = count - window; at < count; at++) {
                distribution.add(history[at], each);
            }
        }
    }

    private final class Followers implements MixPart {
        @Override
        public long probability(int piece) {
            int hits = 0;
            for (int i = 0, at = first(); i < followers; i++, at = same[at]) {
                hits += history[at + 1] == piece ? 1 : 0;
            }
            return followers == 0 ? 0 : hits * (NgramTable.ONE / followers);
        }

        @Override
        public void addTo(PieceDistribution distribution, long weight) {
            for (int i = 0, at = first(); i < followers; i++, at = same[at]) {
                distribution.add(history[at + 1], weight * (NgramTable.ONE / followers));
            }
        }

        private int first() {
            return followers == 0 ? 0 : same[count - 1];
        }
    }
}
