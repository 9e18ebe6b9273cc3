package dev.inkling.picture;

import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.BitCoder;
import dev.inkling.entropy.MixingModel;

/** The binary decisions about the shape and the prediction of blocks, and their contexts. Not thread-safe. */
final class BlockSyntax {
    private final PictureModels models;
    private final Frame frame;
    private final int stepClass;

    BlockSyntax(PictureModels models, Frame frame, int step) {
        this.models = models;
        this.frame = frame;
        this.stepClass = step >> 3;
    }

    /** The quantiser step of a picture. */
    static int step(BitCoder coder, PictureModels models, int step) throws MalformedBitstreamException {
        int node = 1;
        for (int bit = 5; bit >= 0; bit--) {
            models.step.context(0, node);
            node = 2 * node + coder.code(step >> bit & 1, models.step, 0, bit);
        }
        return node - Quantiser.STEPS;
    }

    /** Whether the block is split into four. */
    int split(BitCoder coder, int x, int y, int log, int bit) throws MalformedBitstreamException {
        MixingModel model = models.split;
        int left = frame.cellAt(x - 1, y);
        int top = frame.cellAt(x, y - 1);
        int size = log - 3;
        model.context(0, size * 9 + smaller(left, log) * 3 + smaller(top, log));
        model.context(1, size * 8 + stepClass);
        model.context(2, size * 49 + around(left) * 7 + around(top));
        return coder.code(bit, model, size, stepClass);
    }

    /** 0 no neighbour, 1 as large or larger, 2 smaller than a block of this size. */
    private int smaller(int cell, int log) {
        return cell < 0 ? 0 : frame.log[cell] < log ? 2 : 1;
    }

    /** 0 no neighbour, else 1 to 6: a class of its activity and size. */
    private int around(int cell) {
        if (cell < 0) {
            return 0;
        }
        int activity = frame.activity[0][cell];
        return 1 + (frame.log[cell] <= 3 ? 3 : 0) + Math.min(2, activity);
    }

    /** Whether a chroma component is predicted from luma. */
    int linear(BitCoder coder, int component, int x, int y, int log, boolean[] choices)
            throws MalformedBitstreamException {
        MixingModel model = models.linear;
        int chroma = component - 1;
        int before = component == 2 && choices[1] ? 1 : 0;
        int luma = frame.activity[0][y / 4 * frame.cells + x / 4];
        model.context(0, chroma * 4 + log - 2);
        model.context(1, chroma * 13 + luma);
        model.context(2, chroma * 4 + 2 * before + (frame.cellAt(x - 1, y) >= 0 ? 1 : 0));
        model.context(3, (chroma * 4 + log - 2) * 4 + 2 * before + (luma > 2 ? 1 : 0));
        return coder.code(choices[component] ? 1 : 0, model, chroma, log - 2);
    }

    /** Prediction mode of a block that has neighbours. */
    int mode(BitCoder coder, int x, int y, int log, int mode) throws MalformedBitstreamException {
        int node = 1;
        for (int bit = 4; bit >= 0; bit--) {
            node = 2 * node + modeBit(coder, x, y, log, node, mode >> bit & 1);
        }
        int found = node - 32;
        if (found >= IntraPredictor.MODES) {
            throw new MalformedBitstreamException(0, "prediction mode " + found + " in the picture layer");
        }
        return found;
    }

    /** One bit of a prediction mode. */
    private int modeBit(BitCoder coder, int x, int y, int log, int node, int value)
            throws MalformedBitstreamException {
        MixingModel model = models.mode;
        int left = frame.cellAt(x - 1, y);
        int top = frame.cellAt(x, y - 1);
        int leftMode = left < 0 ? 19 : frame.mode[left];
        int topMode = top < 0 ? 19 : frame.mode[top];
        model.context(0, node * 20 + leftMode);
        model.context(1, node * 20 + topMode);
        model.context(2, (node * 4 + log - 2) * 8 + stepClass);
        model.context(3, node);
        return coder.code(value, model, log - 2, Integer.numberOfLeadingZeros(node) - 27);
    }

    /** Costs of all prediction modes, in units of 1/{@link dev.inkling.entropy.BitCost#UNIT} bit. */
    void modeCosts(BitCoder.Estimator estimator, int x, int y, int log, long[] costs)
            throws MalformedBitstreamException {
        long[] toNode = new long[64];
        for (int node = 1; node < 32; node++) {
            for (int bit = 0; bit < 2; bit++) {
                estimator.reset();
                modeBit(estimator, x, y, log, node, bit);
                toNode[2 * node + bit] = toNode[node] + estimator.cost();
            }
        }
        System.arraycopy(toNode, 32, costs, 0, IntraPredictor.MODES);
        estimator.reset();
    }
}
