package dev.inkling.text;

/** Rotary positions (Su et al. 2021): each pair of numbers of a head turns at its own speed. Immutable. */
final class Rotation {
    /** Pairs of a head. */
    static final int PAIRS = CaptionNetwork.HEAD / 2;
    private static final int FRACTION = 14;

    private final int[] cosines = new int[CaptionNetwork.WINDOW * PAIRS];
    private final int[] sines = new int[CaptionNetwork.WINDOW * PAIRS];

    /**
     * @param cosines of each pair's angle from one position to the next, in units of 2^-30
     * @param sines   the same
     */
    Rotation(int[] cosines, int[] sines) {
        for (int pair = 0; pair < PAIRS; pair++) {
            long x = 1 << 30;
            long y = 0;
            for (int at = pair; at < this.cosines.length; at += PAIRS) {
                this.cosines[at] = (int) (x + (1 << 15) >> 16);
                this.sines[at] = (int) (y + (1 << 15) >> 16);
                long turned = x * cosines[pair] - y * sines[pair] + (1 << 29) >> 30;
                y = x * sines[pair] + y * cosines[pair] + (1 << 29) >> 30;
                x = turned;
            }
        }
    }

    /** Turns the head that begins at an index of a vector to a position. */
    void turn(int[] vector, int first, int position) {
        for (int pair = 0; pair < PAIRS; pair++) {
            long x = vector[first + pair];
            long y = vector[first + PAIRS + pair];
            long cosine = cosines[position * PAIRS + pair];
            long sine = sines[position * PAIRS + pair];
            vector[first + pair] = round(x * cosine - y * sine);
            vector[first + PAIRS + pair] = round(x * sine + y * cosine);
        }
    }

    private static int round(long value) {
        return (int) (value + (1 << FRACTION - 1) >> FRACTION);
    }
}
