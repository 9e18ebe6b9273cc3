package dev.inkling.picture;

import java.util.Arrays;

/**
 * Predicts a block from the samples above and to the left of it: flat, smooth, or along one of 17 directions (as in
 * H.265, section 8.4.4.2, with every second direction). Works on one plane; not thread-safe.
 */
final class IntraPredictor {
    static final int FLAT = 0;
    static final int SMOOTH = 1;

    /** Number of modes: flat, smooth, 9 directions from the top, 8 from the left. */
    static final int MODES = 19;

    /** Displacement along the reference of one row (or column) away from it, in 1/32 sample. */
    private static final int[] ANGLE = {0, 0, -32, -21, -13, -5, 0, 5, 13, 21, 32, -21, -13, -5, 0, 5, 13, 21, 32};

    private static final int FIRST_FROM_LEFT = 11;

    /** Reference samples: index SIDE is the corner, larger ones run along the top, smaller ones down the left. */
    private static final int CORNER = 64;

    private final int[] reference = new int[2 * CORNER + 1];
    private final int[] smoothed = new int[2 * CORNER + 1];
    private final int[] line = new int[3 * 32 + 2];
    private int side;
    private boolean alone;

    /** Whether a direction starts at the left edge. */
    static boolean isFromLeft(int mode) {
        return mode >= FIRST_FROM_LEFT;
    }

    /** Coarse orientation of a mode: 0 none, 1 near vertical, 2 near horizontal, 3 diagonal. */
    static int orientation(int mode) {
        if (mode <= SMOOTH) {
            return 0;
        }
        int angle = Math.abs(ANGLE[mode]);
        return angle > 13 ? 3 : mode < FIRST_FROM_LEFT ? 1 : 2;
    }

    /**
     * Collects the neighbours of a block. Missing ones repeat the nearest that is there.
     *
     * @param fallback value when there are no neighbours at all
     */
    void gather(Frame frame, int component, int x, int y, int blockSide, int fallback) {
        side = blockSide;
        int[] plane = frame.planes[component];
        int stride = frame.width;
        int first = -1;
        int last = -1;
        // From the bottom left up to the corner, then to the top right.
        for (int i = -2 * side; i <= 2 * side; i++) {
            int px = i <= 0 ? x - 1 : x + i - 1;
            int py = i < 0 ? y - i - 1 : y - 1;
            if (frame.isKnown(px, py)) {
                int value = plane[py * stride + px];
                if (first < 0) {
                    first = i + CORNER;
                }
                for (int k = last + 1; last >= 0 && k < i + CORNER; k++) {
                    reference[k] = reference[last];
                }
                last = i + CORNER;
                reference[last] = value;
            }
        }
        alone = first < 0;
        if (alone) {
            Arrays.fill(reference, CORNER - 2 * side, CORNER + 2 * side + 1, fallback);
        } else {
            Arrays.fill(reference, CORNER - 2 * side, first, reference[first]);
            Arrays.fill(reference, last + 1, CORNER + 2 * side + 1, reference[last]);
        }
        smooth();
    }

    private void smooth() {
        int low = CORNER - 2 * side;
        int high = CORNER + 2 * side;
        smoothed[low] = reference[low];
        smoothed[high] = reference[high];
        for (int i = low + 1; i < high; i++) {
            smoothed[i] = reference[i - 1] + 2 * reference[i] + reference[i + 1] + 2 >> 2;
        }
    }

    /** Whether there were no neighbours, so that all modes predict the same. */
    boolean isAlone() {
        return alone;
    }

    /**
     * How rough the neighbours are, 0 to 7: the mean step from one to the next in units of an eighth of the quantiser
     * step, on a logarithmic scale. Rough neighbours promise many coefficients.
     */
    int roughness(int stepSize) {
        int sum = 0;
        for (int i = CORNER - side + 1; i <= CORNER + side; i++) {
            sum += Math.abs(reference[i] - reference[i - 1]);
        }
        int scaled = 8 * sum / (2 * side * stepSize / 2);
        return Math.min(7, 32 - Integer.numberOfLeadingZeros(scaled));
    }

    /** Writes the prediction of the gathered block to {@code out}, row by row. */
    void predict(int mode, int[] out) {
        if (mode == FLAT) {
            flat(out);
        } else if (mode == SMOOTH) {
            smoothPlane(side >= 8 ? smoothed : reference, out);
        } else {
            directional(side >= 8 && ANGLE[mode] != 0 ? smoothed : reference, mode, out);
        }
    }

    private void flat(int[] out) {
        int sum = side;
        for (int i = 1; i <= side; i++) {
            sum += reference[CORNER + i] + reference[CORNER - i];
        }
        Arrays.fill(out, 0, side * side, Math.floorDiv(sum, 2 * side));
    }

    private void smoothPlane(int[] r, int[] out) {
        int right = r[CORNER + side + 1];
        int below = r[CORNER - side - 1];
        int shift = Integer.numberOfTrailingZeros(side) + 1;
        for (int y = 0; y < side; y++) {
            int left = r[CORNER - y - 1];
            for (int x = 0; x < side; x++) {
                int across = (side - 1 - x) * left + (x + 1) * right;
                int down = (side - 1 - y) * r[CORNER + x + 1] + (y + 1) * below;
                out[y * side + x] = across + down + side >> shift;
            }
        }
    }

    private void directional(int[] r, int mode, int[] out) {
        boolean fromLeft = mode >= FIRST_FROM_LEFT;
        int angle = ANGLE[mode];
        int sign = fromLeft ? -1 : 1;
        // line[side + i] is the i-th sample along the main edge, the corner at i = 0.
        for (int i = 0; i <= 2 * side; i++) {
            line[side + i] = r[CORNER + sign * i];
        }
        for (int i = 1; i <= side && angle < 0; i++) {
            int other = Math.min(2 * side, (i * 32 - angle / 2) / -angle);
            line[side - i] = r[CORNER - sign * other];
        }
        for (int a = 0; a < side; a++) {
            int offset = (a + 1) * angle;
            int whole = offset >> 5;
            int part = offset & 31;
            for (int b = 0; b < side; b++) {
                int i = side + b + whole + 1;
                int value = part == 0 ? line[i] : (32 - part) * line[i] + part * line[i + 1] + 16 >> 5;
                out[fromLeft ? b * side + a : a * side + b] = value;
            }
        }
    }
}
