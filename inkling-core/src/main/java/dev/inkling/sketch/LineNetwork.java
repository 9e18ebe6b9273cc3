package dev.inkling.sketch;

import dev.inkling.entropy.TrainedFile;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The network that says how likely a line goes through the next pixel. It looks at the pixels before it in a window, at
 * the distance to the borders, at how many lines there are so far and at the size. Two hidden layers with rectifiers;
 * integers only, in units of 2^-8. Thread-safe.
 */
final class LineNetwork {
    /** Rows above the pixel that the network sees. */
    static final int ROWS = 8;

    /** Pixels to each side of it. */
    static final int COLUMNS = 10;

    /** Number of values of {@link #level}. */
    static final int LEVELS = 64;

    private static final int WIDTH = 2 * COLUMNS + 1;
    private static final int WINDOW = ROWS * WIDTH + COLUMNS;
    private static final int BOTTOM = 3;
    private static final int DENSITIES = 8;

    private static final int LEFT = WINDOW;
    private static final int RIGHT = LEFT + COLUMNS + 1;
    private static final int TOP = RIGHT + COLUMNS + 1;
    private static final int BELOW = TOP + ROWS + 1;
    private static final int DENSITY = BELOW + BOTTOM + 1;
    private static final int SIZE = DENSITY + DENSITIES;
    private static final int INPUTS = SIZE + SketchSize.COUNT;

    private static final int FIRST = 64;
    private static final int SECOND = 32;

    /** Fractional bits of weights and numbers. */
    private static final int BITS = 8;

    /** Largest output of a hidden neuron, 64. */
    private static final int LARGEST = 1 << BITS + 6;

    private static final int UNKNOWN = -1;

    private static final String RESOURCE = "line-network.bin";

    private final int[][] first = new int[INPUTS][];
    private final int[] firstBias;
    private final int[][] second = new int[SECOND][];
    private final int[] secondBias;
    private final int[] last;
    private final int lastBias;

    /** Levels of pixels that are far from all lines and borders, which are many, by size and density. */
    private final AtomicIntegerArray farLevels = new AtomicIntegerArray(SketchSize.COUNT * DENSITIES);

    private static final class Trained {
        static final LineNetwork NETWORK = TrainedFile.read(LineNetwork.class, RESOURCE, LineNetwork::new);
    }

    private LineNetwork(DataInputStream in) throws IOException {
        for (int i = 0; i < INPUTS; i++) {
            first[i] = numbers(FIRST, in);
        }
        firstBias = numbers(FIRST, in);
        for (int i = 0; i < SECOND; i++) {
            second[i] = numbers(FIRST, in);
        }
        secondBias = numbers(SECOND, in);
        last = numbers(SECOND, in);
        lastBias = in.readShort();
        for (int i = 0; i < farLevels.length(); i++) {
            farLevels.set(i, UNKNOWN);
        }
    }

    private static int[] numbers(int count, DataInputStream in) throws IOException {
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = in.readShort();
        }
        return numbers;
    }

    static LineNetwork trained() {
        return Trained.NETWORK;
    }

    /**
     * How likely a line goes through a pixel.
     *
     * @param canvas    all pixels before it; nothing else is looked at
     * @param density   {@link #density} of the pixels before it
     * @param sizeIndex which size the sketch has
     * @return 0 (surely not) to {@link #LEVELS} - 1, in steps of a quarter of the logistic domain
     */
    int level(Canvas canvas, int x, int y, int density, int sizeIndex) {
        int width = canvas.size().width();
        int height = canvas.size().height();
        boolean far = x >= COLUMNS && width - 1 - x >= COLUMNS && y >= ROWS && height - 1 - y >= BOTTOM
                && isEmpty(canvas, x, y);
        int known = far ? farLevels.get(sizeIndex * DENSITIES + density) : UNKNOWN;
        if (known != UNKNOWN) {
            return known;
        }
        int[] hidden = firstBias.clone();
        addWindow(canvas, x, y, hidden);
        add(LEFT + Math.min(x, COLUMNS), hidden);
        add(RIGHT + Math.min(width - 1 - x, COLUMNS), hidden);
        add(TOP + Math.min(y, ROWS), hidden);
        add(BELOW + Math.min(height - 1 - y, BOTTOM), hidden);
        add(DENSITY + density, hidden);
        add(SIZE + sizeIndex, hidden);
        int level = level(hidden);
        if (far) {
            farLevels.set(sizeIndex * DENSITIES + density, level);
        }
        return level;
    }

    private static boolean isEmpty(Canvas canvas, int x, int y) {
        long pixels = canvas.window(x - COLUMNS, y, COLUMNS);
        for (int row = 1; row <= ROWS; row++) {
            pixels |= canvas.window(x - COLUMNS, y - row, WIDTH);
        }
        return pixels == 0;
    }

    private void addWindow(Canvas canvas, int x, int y, int[] hidden) {
        for (int row = 0; row < ROWS; row++) {
            addRow(canvas.window(x - COLUMNS, y - ROWS + row, WIDTH), row * WIDTH, hidden);
        }
        addRow(canvas.window(x - COLUMNS, y, COLUMNS), ROWS * WIDTH, hidden);
    }

    private void addRow(long pixels, int start, int[] hidden) {
        for (long left = pixels; left != 0; left &= left - 1) {
            add(start + Long.numberOfTrailingZeros(left), hidden);
        }
    }

    private void add(int input, int[] hidden) {
        int[] weights = first[input];
        for (int i = 0; i < FIRST; i++) {
            hidden[i] += weights[i];
        }
    }

    /** Lines so far, as a logarithm of their share of the pixels. */
    static int density(int lines, int pixels) {
        int share = lines * 512 / (pixels + 256);
        return Math.min(DENSITIES - 1, 31 - Integer.numberOfLeadingZeros(Math.max(1, share)));
    }

    private int level(int[] hidden) {
        for (int i = 0; i < FIRST; i++) {
            hidden[i] = rectified(hidden[i]);
        }
        long output = (long) lastBias << BITS;
        for (int i = 0; i < SECOND; i++) {
            long sum = (long) secondBias[i] << BITS;
            for (int k = 0; k < FIRST; k++) {
                sum += (long) second[i][k] * hidden[k];
            }
            output += (long) last[i] * rectified(sum >> BITS);
        }
        return (int) Math.max(0, Math.min(LEVELS - 1, (output >> 2 * BITS - 2) + LEVELS / 2));
    }

    private static int rectified(long value) {
        return (int) Math.max(0, Math.min(LARGEST, value));
    }
}
