package dev.inkling.picture;

import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.BitCoder;
import java.util.Arrays;

/**
 * Codes blocks and reconstructs them, in the one way that encoder and decoder share. Blocks start at side 32 and may be
 * split down to 4; chroma follows luma down to 8. Not thread-safe.
 */
final class BlockCoder {
    /** log2 of the side of the largest block. */
    static final int LARGEST = 5;

    /** log2 of the side of the smallest block. */
    static final int SMALLEST = 2;

    private final Frame frame;
    private final BlockSyntax syntax;
    private final CoefficientSyntax coefficients;
    private final int stepSize;
    private final IntraPredictor predictor = new IntraPredictor();
    private final LinearPredictor linear = new LinearPredictor();
    private final int[] prediction = new int[32 * 32];
    private final int[] values = new int[32 * 32];
    private final int[] residual = new int[32 * 32];
    private final long[] scratch = new long[32 * 32];

    BlockCoder(PictureModels models, Frame frame, int step) {
        this.frame = frame;
        this.stepSize = Quantiser.stepSize(step);
        this.syntax = new BlockSyntax(models, frame, step);
        this.coefficients = new CoefficientSyntax(models, step);
    }

    /** Kind of transform of the rows of a residual. */
    static int rowKind(int component, int mode) {
        return component == 0 ? Basis.ofRows(mode) : Basis.CHROMA;
    }

    /** Kind of transform of the columns of a residual. */
    static int columnKind(int component, int mode) {
        return component == 0 ? Basis.ofColumns(mode) : Basis.CHROMA;
    }

    /** Value that a block without neighbours is predicted as. */
    static int fallback(int component) {
        return component == 0 ? ColourTransform.MID_LUMA : 0;
    }

    /** Whether a block of this size must be split because it reaches beyond the frame. */
    static boolean mustSplit(Frame frame, int x, int y, int log) {
        return x + (1 << log) > frame.width || y + (1 << log) > frame.height;
    }

    /** Codes a block and all in it; outside of the frame nothing is coded. */
    void code(BitCoder coder, Block block, int x, int y, int log) throws MalformedBitstreamException {
        if (x >= frame.width || y >= frame.height) {
            return;
        }
        boolean split = mustSplit(frame, x, y, log)
                || log > SMALLEST && syntax.split(coder, x, y, log, block.quarters != null ? 1 : 0) == 1;
        if (!split) {
            leaf(coder, block, x, y, log);
            return;
        }
        if (block.quarters == null) {
            block.split();
        }
        int half = 1 << log - 1;
        for (int i = 0; i < 4; i++) {
            code(coder, block.quarters[i], x + (i & 1) * half, y + (i >> 1) * half, log - 1);
        }
        if (log == SMALLEST + 1) {
            chroma(coder, block, x, y, log, block.quarters[0].mode, null);
        }
    }

    private void leaf(BitCoder coder, Block block, int x, int y, int log) throws MalformedBitstreamException {
        predictor.gather(frame, 0, x, y, 1 << log, fallback(0));
        if (!predictor.isAlone()) {
            block.mode = syntax.mode(coder, x, y, log, block.mode);
        }
        predictor.predict(block.mode, prediction);
        component(coder, block, 0, x, y, log, block.mode, null, null);
        frame.mark(frame.log, x, y, 1 << log, log);
        frame.mark(frame.mode, x, y, 1 << log, block.mode);
        if (log > SMALLEST) {
            chroma(coder, block, x, y, log, block.mode, block.levels[0]);
        }
    }

    private void chroma(BitCoder coder, Block block, int x, int y, int log, int mode, int[] luma)
            throws MalformedBitstreamException {
        for (int c = 1; c < Frame.COMPONENTS; c++) {
            predictor.gather(frame, c, x, y, 1 << log, fallback(c));
            block.linear[c] = syntax.linear(coder, c, x, y, log, block.linear) == 1;
            if (block.linear[c]) {
                linear.predict(frame, c, x, y, 1 << log, stepSize, prediction);
            } else {
                predictor.predict(mode, prediction);
            }
            component(coder, block, c, x, y, log, mode, luma, c == 1 ? null : block.levels[1]);
        }
    }

    private void component(BitCoder coder, Block block, int c, int x, int y, int log, int mode, int[] luma, int[] chroma)
            throws MalformedBitstreamException {
        int count = 1 << 2 * log;
        if (block.levels[c] == null) {
            block.levels[c] = new int[count];
        }
        int[] levels = block.levels[c];
        coefficients.begin(frame, c, x, y, log, mode, predictor.roughness(stepSize), luma, chroma);
        int sum = coefficients.code(coder, levels);
        reconstruct(c, mode, levels, log, sum == 0);
        frame.store(c, x, y, 1 << log, prediction, residual);
        frame.mark(frame.activity[c], x, y, 1 << log, CoefficientSyntax.activity(sum));
    }

    private void reconstruct(int c, int mode, int[] levels, int log, boolean empty) {
        int count = levels.length;
        if (empty) {
            Arrays.fill(residual, 0, count, 0);
            return;
        }
        for (int i = 0; i < count; i++) {
            values[i] = Quantiser.dequantise(levels[i], stepSize);
        }
        BlockTransform.inverse(values, residual, log, rowKind(c, mode), columnKind(c, mode), scratch);
    }
}
