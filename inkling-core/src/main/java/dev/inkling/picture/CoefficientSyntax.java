package dev.inkling.picture;

import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.BitCoder;
import dev.inkling.entropy.MixingModel;
import java.util.Arrays;

/**
 * The binary decisions that make up the levels of a block, and their contexts. One instance serves an encoder, a
 * decoder or a search; not thread-safe.
 *
 * <p>A block is: <i>coded?</i>, then for each scan position <i>significant?</i>, its magnitude in unary, its sign, and
 * <i>more?</i>. A first coefficient that must be significant, because nothing else is left, is not coded.
 */
final class CoefficientSyntax {
    private static final int[] NONE = new int[32 * 32];

    /** Magnitudes up to here are unary; what is beyond follows as an Exp-Golomb code. */
    private static final int LONGEST_UNARY = 15;

    private final PictureModels models;
    private final int stepClass;
    private final int[] done = new int[32 * 32];

    private int component;
    private int chroma;
    private int log;
    private int side;
    private int orientation;
    private int surroundings;
    private int roughness;
    private int codedLuma;
    private int[] first;
    private int[] second;
    private int[] order;
    private int nonzero;
    private int largest;
    private int latest;

    CoefficientSyntax(PictureModels models, int step) {
        this.models = models;
        this.stepClass = step >> 3;
    }

    /** Activity class of a block, 0 to 6, from the sum of the magnitudes of its levels. */
    static int activity(int sum) {
        return Math.min(6, 32 - Integer.numberOfLeadingZeros(sum));
    }

    /**
     * Turns to a block.
     *
     * @param mode  its prediction mode
     * @param roughness see {@link IntraPredictor#roughness}
     * @param first levels of the luma block at this place, or null for luma itself and where it is split
     * @param second levels of the first chroma block at this place, or null
     */
    void begin(Frame frame, int component, int x, int y, int log, int mode, int roughness, int[] first, int[] second) {
        this.component = component;
        this.log = log;
        this.roughness = roughness;
        this.first = first == null ? NONE : first;
        this.second = second == null ? NONE : second;
        chroma = component == 0 ? 0 : 1;
        side = 1 << log;
        order = Scan.ORDER[log];
        orientation = IntraPredictor.orientation(mode);
        surroundings = surroundings(frame, x, y);
        int here = y / 4 * frame.cells + x / 4;
        codedLuma = component == 0
                ? 0
                : Math.min(3, frame.activity[0][here]) + 4 * (component == 1 ? 0 : 1 + Math.min(1, frame.activity[1][here]));
        nonzero = 0;
        largest = 0;
        latest = 0;
        Arrays.fill(done, 0, side * side, 0);
    }

    private int surroundings(Frame frame, int x, int y) {
        int left = frame.cellAt(x - 1, y);
        int top = frame.cellAt(x, y - 1);
        byte[] activity = frame.activity[component];
        return (left < 0 ? 1 : activity[left]) + (top < 0 ? 1 : activity[top]);
    }

    /** Codes all levels of the block; a decoder fills {@code levels}, which must be zero. */
    int code(BitCoder coder, int[] levels) throws MalformedBitstreamException {
        int end = order.length;
        while (end > 0 && levels[order[end - 1]] == 0) {
            end--;
        }
        if (coded(coder, end > 0 ? 1 : 0) == 0) {
            return 0;
        }
        int sum = 0;
        for (int i = 0; i < order.length; i++) {
            int level = levels[order[i]];
            if (significant(coder, i, level != 0 ? 1 : 0) == 0) {
                continue;
            }
            int magnitude = magnitude(coder, i, Math.abs(level));
            int negative = sign(coder, i, level < 0 ? 1 : 0);
            levels[order[i]] = negative == 1 ? -magnitude : magnitude;
            set(i, levels[order[i]]);
            sum += magnitude;
            if (more(coder, i, i + 1 < end ? 1 : 0) == 0) {
                break;
            }
        }
        return sum;
    }

    /** Tells that the level at a scan position is now known. */
    void set(int i, int level) {
        done[order[i]] = level;
        if (level != 0) {
            nonzero++;
            largest = Math.max(largest, Math.abs(level));
            latest = i;
        }
    }

    int coded(BitCoder coder, int bit) throws MalformedBitstreamException {
        MixingModel model = models.coded;
        int kind = component * 4 + log - 2;
        model.context(0, kind * 13 + surroundings);
        model.context(1, kind * 8 + stepClass);
        model.context(2, kind * 16 + codedLuma);
        model.context(3, kind * 4 + orientation);
        model.context(4, kind * 8 + roughness);
        return coder.code(bit, model, kind, roughness);
    }

    int more(BitCoder coder, int i, int bit) throws MalformedBitstreamException {
        if (i == order.length - 1) {
            return 0;
        }
        MixingModel model = models.more;
        int kind = component * 4 + log - 2;
        int place = Scan.CLASS[i];
        int coarse = Scan.COARSE[i];
        model.context(0, kind * 20 + place);
        model.context(1, (chroma * 8 + Math.min(7, nonzero)) * 8 + coarse);
        model.context(2, (stepClass * 2 + chroma) * 20 + place);
        model.context(3, (surroundings * 2 + chroma) * 8 + coarse);
        model.context(4, (chroma * 4 + Math.min(4, largest) - 1) * 20 + place);
        model.context(5, (chroma * 4 + Math.min(3, tailOf(first, i) + tailOf(second, i))) * 20 + place);
        model.context(6, (chroma * 8 + roughness) * 20 + place);
        return coder.code(bit, model, kind * 2 + (nonzero > 1 ? 1 : 0), coarse);
    }

    /** How much another component has at the next few scan positions, 0 to 3. */
    private int tailOf(int[] levels, int i) {
        int sum = 0;
        for (int k = i + 1; k < Math.min(order.length, i + 8); k++) {
            sum += levels[order[k]] != 0 ? 1 : 0;
        }
        return Math.min(3, sum);
    }

    int significant(BitCoder coder, int i, int bit) throws MalformedBitstreamException {
        if (i == order.length - 1) {
            return 1;
        }
        MixingModel model = models.significant;
        int at = order[i];
        int u = at & side - 1;
        int v = at >> log;
        int corner = Math.min(7, v) * 8 + Math.min(7, u);
        int kind = chroma * 4 + log - 2;
        int place = Scan.CLASS[i];
        int coarse = Scan.COARSE[i];
        int around = Math.min(7, around(u, v) + 1 >> 1);
        model.context(0, kind * 20 + place);
        model.context(1, (chroma * 8 + around) * 20 + place);
        model.context(2, kind * 64 + corner);
        model.context(3, (stepClass * 2 + chroma) * 20 + place);
        model.context(4, ((surroundings * 6 + Math.min(5, nonzero)) * 8 + coarse) * 2 + chroma);
        model.context(5, (orientation * 2 + chroma) * 64 + corner);
        model.context(6, (component * 9 + other(at)) * 8 + coarse);
        model.context(7, (kind * 8 + around) * 8 + Math.min(7, i - latest));
        model.context(8, (kind * 8 + roughness) * 20 + place);
        return coder.code(bit, model, kind * 4 + Math.min(3, i), around * 6 + Math.min(5, nonzero));
    }

    /** Weighted magnitudes of the known neighbours in frequency. */
    private int around(int u, int v) {
        return 2 * (at(u - 1, v) + at(u, v - 1))
                + at(u - 1, v - 1)
                + at(u - 2, v)
                + at(u, v - 2)
                + at(u + 1, v - 1)
                + at(u - 1, v + 1);
    }

    private int at(int u, int v) {
        return u < 0 || v < 0 || u >= side || v >= side ? 0 : Math.abs(done[v * side + u]);
    }

    /** Magnitudes of the other components at the same place, 0 to 8. */
    private int other(int at) {
        return Math.min(2, Math.abs(first[at])) * 3 + Math.min(2, Math.abs(second[at]));
    }

    int magnitude(BitCoder coder, int i, int magnitude) throws MalformedBitstreamException {
        MixingModel model = models.larger;
        int at = order[i];
        int kind = chroma * 4 + log - 2;
        int around = Math.min(11, around(at & side - 1, at >> log));
        for (int value = 1; value < LONGEST_UNARY; value++) {
            int rung = Math.min(5, value - 1);
            model.context(0, (kind * 6 + rung) * 20 + Scan.CLASS[i]);
            model.context(1, (chroma * 6 + rung) * 12 + around);
            model.context(2, (stepClass * 6 + rung) * 8 + Scan.COARSE[i]);
            model.context(3, ((surroundings * 6 + rung) * 2 + chroma) * 5 + Math.min(4, largest));
            model.context(4, (component * 6 + rung) * 9 + other(at));
            model.context(5, ((roughness * 6 + rung) * 8 + Scan.COARSE[i]) * 2 + chroma);
            if (coder.code(magnitude > value ? 1 : 0, model, chroma * 6 + rung, around) == 0) {
                return value;
            }
        }
        return LONGEST_UNARY + expGolomb(coder, magnitude - LONGEST_UNARY);
    }

    private static int expGolomb(BitCoder coder, int value) throws MalformedBitstreamException {
        int length = 31 - Integer.numberOfLeadingZeros(Math.max(0, value) + 1);
        int found = 0;
        while (found < 11 && coder.codeUniform(found < length ? 1 : 0, 2) == 1) {
            found++;
        }
        int rest = coder.codeUniform(value + 1 - (1 << found) & (1 << found) - 1, 1 << found);
        return Math.min(Quantiser.MAX_LEVEL - LONGEST_UNARY, (1 << found) - 1 + rest);
    }

    int sign(BitCoder coder, int i, int negative) throws MalformedBitstreamException {
        MixingModel model = models.negative;
        int at = order[i];
        int place = Math.min(7, i);
        model.context(0, (component * 8 + place) * 9 + 3 * (Integer.signum(first[at]) + 1)
                + Integer.signum(second[at]) + 1);
        model.context(1, (component * 4 + orientation) * 8 + place);
        return coder.code(negative, model, component, place);
    }
}
