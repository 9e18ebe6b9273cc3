package dev.inkling.vector;

/**
 * The state machine of trellis-coded quantisation (Marcellin, Fischer 1990): which values a level may stand for depends
 * on the levels before it, so that the values in use are dense but those of any one place are far apart. 256 states of
 * Ungerboeck's (1987) code with the parity checks 515 and 362, octal.
 *
 * <p>The values are all odd numbers. In an even state levels 0, 1, 2, 3, ... are 1, -3, 5, -7, ...; in an odd state -1, 3,
 * -5, 7, .... Neither has a 0: two codebooks which are each other's mirror image, with a small value of either sign,
 * do better at all rates from a tenth of a bit on than two with zeros.
 *
 * <p>Example: from state 0, levels 0, 1, 2, 0 stand for 1, -3, -5, 1, by way of states 0, 121, 154 and 77.
 */
final class Trellis {
    /** Number of states; the first is 0. */
    static final int STATES = 256;

    private static final int ODD_STATE = (0515 ^ 0362) >> 1;
    private static final int SECOND_HALF = 0362 >> 1;

    private Trellis() {}

    /** Which half of its codebook a level is in, 0 or 1: levels 1, 2, 5, 6, ... are in the second. */
    static int half(int level) {
        return level + 1 >> 1 & 1;
    }

    /** The state after a level of a half of the codebook. */
    static int next(int state, int half) {
        return state >> 1 ^ (state & 1) * ODD_STATE ^ half * SECOND_HALF;
    }

    /** The state from which a level of a half of the codebook leads to a state. */
    static int previous(int state, int half) {
        int odd = state / (STATES / 2);
        return 2 * (state ^ odd * ODD_STATE ^ half * SECOND_HALF) + odd;
    }

    /** The odd number that a level stands for. */
    static int value(int state, int level) {
        int magnitude = 2 * level + 1;
        return (state + level & 1) == 0 ? magnitude : -magnitude;
    }
}
