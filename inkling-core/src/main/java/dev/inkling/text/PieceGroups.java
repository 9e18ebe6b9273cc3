package dev.inkling.text;

/**
 * Pieces are coded in two steps, first one of 64 groups and then one of its 64 members, so that the least frequency that
 * each symbol must have takes 0.2 % of the probability and not 6 %.
 */
final class PieceGroups {
    /** How many groups there are. */
    static final int COUNT = 64;
    /** How many pieces each of them has. */
    static final int MEMBERS = Pieces.COUNT / COUNT;

    private PieceGroups() {}

    static int of(int piece) {
        return piece / MEMBERS;
    }

    static int first(int group) {
        return group * MEMBERS;
    }
}
