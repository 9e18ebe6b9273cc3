package dev.inkling.picture;

import dev.inkling.entropy.TrainedFile;

/**
 * The filter that every decoded picture goes through last: adds to each sample a weighted sum of how its neighbours
 * differ from it, the weights trained by least squares for each class of sample (place in its block, size of the block,
 * local activity). Each difference enters twice, as it is and clipped, so that edges survive while ringing and block
 * edges do not. Chroma also sees the differences of luma. Not thread-safe.
 */
final class Restoration {
    /** Groups of neighbours at the same distance: offsets that share a weight. */
    private static final int[][][] GROUPS = {
        {{-1, 0}, {1, 0}},
        {{0, -1}, {0, 1}},
        {{-1, -1}, {1, 1}, {1, -1}, {-1, 1}},
        {{-2, 0}, {2, 0}},
        {{0, -2}, {0, 2}},
        {{-2, -1}, {2, 1}, {2, -1}, {-2, 1}},
        {{-1, -2}, {1, 2}, {1, -2}, {-1, 2}},
        {{-2, -2}, {2, 2}, {2, -2}, {-2, 2}},
        {{-3, 0}, {3, 0}, {0, -3}, {0, 3}},
    };

    /** Largest offset. */
    private static final int MARGIN = 3;

    /** Number of groups whose luma differences chroma sees. */
    private static final int LUMA_GROUPS = 5;

    /** Number of weights of a class. */
    static final int FEATURES = 2 * GROUPS.length + LUMA_GROUPS;

    /** Number of classes of a component. */
    static final int CLASSES = 4 * 2 * 5;

    /** Fractional bits of a weight. */
    static final int SHIFT = 12;

    private static final String RESOURCE = "picture-restoration.bin";

    private static final class Trained {
        static final short[][][] WEIGHTS = TrainedFile.read(Restoration.class, RESOURCE, in -> {
            short[][][] weights = new short[Frame.COMPONENTS][CLASSES][FEATURES];
            for (short[][] component : weights) {
                for (short[] row : component) {
                    for (int i = 0; i < FEATURES; i++) {
                        row[i] = in.readShort();
                    }
                }
            }
            return weights;
        });
    }

    private final Frame frame;
    private final int clip;
    private final int stepSize;
    private final int right;
    private final int bottom;
    private final int stride;
    private final int[][] padded = new int[Frame.COMPONENTS][];
    private final int[] features = new int[FEATURES];

    Restoration(Frame frame, int stepSize) {
        this.frame = frame;
        this.stepSize = stepSize;
        this.clip = stepSize >> 2;
        this.right = frame.size.width() - 1;
        this.bottom = frame.size.height() - 1;
        this.stride = frame.size.width() + 2 * MARGIN;
        for (int c = 0; c < Frame.COMPONENTS; c++) {
            padded[c] = pad(frame.planes[c]);
        }
    }

    /** The filtered planes, of the same layout as the frame's. */
    int[][] apply() {
        int[][] filtered = new int[Frame.COMPONENTS][];
        for (int c = 0; c < Frame.COMPONENTS; c++) {
            filtered[c] = frame.planes[c].clone();
            for (int y = 0; y <= bottom; y++) {
                for (int x = 0; x <= right; x++) {
                    short[] weights = Trained.WEIGHTS[c][classify(c, x, y)];
                    measure(c, x, y);
                    long sum = 1L << SHIFT - 1;
                    for (int i = 0; i < FEATURES; i++) {
                        sum += (long) weights[i] * features[i];
                    }
                    filtered[c][y * frame.width + x] += (int) (sum >> SHIFT);
                }
            }
        }
        return filtered;
    }

    private int sample(int component, int x, int y) {
        return padded[component][(y + MARGIN) * stride + x + MARGIN];
    }

    /** The planes with a margin that repeats the samples at the edge of the picture. */
    private int[] pad(int[] plane) {
        int[] out = new int[stride * (bottom + 1 + 2 * MARGIN)];
        for (int y = -MARGIN; y <= bottom + MARGIN; y++) {
            int row = Math.max(0, Math.min(bottom, y)) * frame.width;
            for (int x = -MARGIN; x <= right + MARGIN; x++) {
                out[(y + MARGIN) * stride + x + MARGIN] = plane[row + Math.max(0, Math.min(right, x))];
            }
        }
        return out;
    }

    /** Class of a sample. */
    int classify(int component, int x, int y) {
        int log = frame.log[(y >> 2) * frame.cells + (x >> 2)];
        log = component == 0 ? log : Math.max(3, log);
        int side = 1 << log;
        int column = x & side - 1;
        int row = y & side - 1;
        int edge = (column == 0 || column == side - 1 ? 1 : 0) + (row == 0 || row == side - 1 ? 2 : 0);
        return ((log > 3 ? 1 : 0) * 4 + edge) * 5 + activity(component, x, y);
    }

    private int activity(int component, int x, int y) {
        int centre = 2 * sample(component, x, y);
        int across = Math.abs(sample(component, x - 1, y) + sample(component, x + 1, y) - centre);
        int down = Math.abs(sample(component, x, y - 1) + sample(component, x, y + 1) - centre);
        return Math.min(4, 32 - Integer.numberOfLeadingZeros(8 * (across + down) / stepSize));
    }

    /** Computes the features of a sample, in plane units, and returns them; valid until the next call. */
    int[] measure(int component, int x, int y) {
        int centre = sample(component, x, y);
        for (int g = 0; g < GROUPS.length; g++) {
            int sum = 0;
            int clipped = 0;
            for (int[] offset : GROUPS[g]) {
                int difference = sample(component, x + offset[0], y + offset[1]) - centre;
                sum += difference;
                clipped += Math.max(-clip, Math.min(clip, difference));
            }
            features[2 * g] = sum;
            features[2 * g + 1] = clipped;
        }
        for (int g = 0; g < LUMA_GROUPS; g++) {
            features[2 * GROUPS.length + g] = component == 0 ? 0 : lumaDifference(GROUPS[g], x, y);
        }
        return features;
    }

    private int lumaDifference(int[][] group, int x, int y) {
        int centre = sample(0, x, y);
        int sum = 0;
        for (int[] offset : group) {
            sum += sample(0, x + offset[0], y + offset[1]) - centre;
        }
        return sum;
    }
}
