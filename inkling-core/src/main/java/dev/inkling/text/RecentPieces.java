package dev.inkling.text;

import java.util.Arrays;

/** What the text itself has said so far: its last pieces, and what followed the last piece before. Not thread-safe. */
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

    /** How often the last piece occurred before, at most 32. */
    int followers() {
        return followers;
    }

    /** Share of a piece among the recent ones, in units of 2^-30. */
    long probability(int piece) {
        int window = Math.min(count, WINDOW);
        int hits = 0;
        for (int at = count - window; at < count; at++) {
            hits += history[at] == piece ? 1 : 0;
        }
        return window == 0 ? 0 : hits * (NgramTable.ONE / window);
    }

    /** Share of a piece among those that followed the last one, in units of 2^-30. */
    long followerProbability(int piece) {
        int hits = 0;
        for (int i = 0, at = followers == 0 ? 0 : same[count - 1]; i < followers; i++, at = same[at]) {
            hits += history[at + 1] == piece ? 1 : 0;
        }
        return followers == 0 ? 0 : hits * (NgramTable.ONE / followers);
    }

    /** Adds the recent pieces to a distribution, {@code weight} in units of 2^-28. */
    void addTo(PieceDistribution distribution, long weight) {
        int window = Math.min(count, WINDOW);
        long each = window == 0 ? 0 : weight * (NgramTable.ONE / window);
        for (int at = count - window; at < count; at++) {
            distribution.add(history[at], each);
        }
    }

    /** Adds what followed the last piece to a distribution, {@code weight} in units of 2^-28. */
    void addFollowersTo(PieceDistribution distribution, long weight) {
        for (int i = 0, at = followers == 0 ? 0 : same[count - 1]; i < followers; i++, at = same[at]) {
            distribution.add(history[at + 1], weight * (NgramTable.ONE / followers));
        }
    }
}
