package dev.inkling.picture;

import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.BitCoder;
import dev.inkling.entropy.BitCost;

/**
 * Finds the split, modes and levels of a block that cost least, where cost is squared error plus lambda times rate. The
 * rate is what the models, as they are when the block begins, would charge. Not thread-safe.
 */
final class BlockSearch {
    /** For log2 of the side 2 to 5: number of modes whose levels are tried, of those with the smallest residuals. */
    private static final int[] TRIED_MODES = {0, 0, 4, 4, 3, 2};

    /** log2 of the side up to which a block without levels is not tried in parts. */
    private static final int LARGEST_LEFT_EMPTY = 4;

    private final Frame frame;
    private final int[][] source;
    private final BlockSyntax syntax;
    private final LevelSearch levelSearch;
    private final double lambda;
    private final BitCoder.Estimator estimator = new BitCoder.Estimator();
    private final IntraPredictor predictor = new IntraPredictor();
    private final LinearPredictor linear = new LinearPredictor();
    private final int stepSize;
    private final int[] prediction = new int[32 * 32];
    private final int[] residual = new int[32 * 32];
    private final long[] modeRates = new long[IntraPredictor.MODES];
    private final double[] modeCost = new double[IntraPredictor.MODES];
    private final double[] roughCost = new double[IntraPredictor.MODES];

    /**
     * @param source  the planes to code, padded like the frame
     * @param lambda  squared error in plane units that one bit is worth
     */
    BlockSearch(PictureModels models, Frame frame, int[][] source, int step, double lambda) {
        this.frame = frame;
        this.source = source;
        this.lambda = lambda;
        this.stepSize = Quantiser.stepSize(step);
        this.syntax = new BlockSyntax(models, frame, step);
        this.levelSearch = new LevelSearch(models, frame, step, lambda);
    }

    /**
     * Decides a block, leaving the frame as the decision reconstructs it.
     *
     * @return its cost
     */
    double search(Block block, int x, int y, int log) throws MalformedBitstreamException {
        if (x >= frame.width || y >= frame.height) {
            return 0;
        }
        if (BlockCoder.mustSplit(frame, x, y, log)) {
            return split(block, x, y, log);
        }
        if (log == BlockCoder.SMALLEST) {
            return leaf(block, x, y, log);
        }
        double whole = leaf(block, x, y, log) + splitFlag(x, y, log, 0);
        if (isEmpty(block) && log <= LARGEST_LEFT_EMPTY) {
            return whole;
        }
        FrameRegion region = new FrameRegion(frame, x, y, 1 << log);
        frame.mark(frame.mode, x, y, 1 << log, -1);
        Block parts = new Block();
        double quartered = splitFlag(x, y, log, 1) + split(parts, x, y, log);
        if (quartered < whole) {
            block.quarters = parts.quarters;
            System.arraycopy(parts.levels, 0, block.levels, 0, Frame.COMPONENTS);
            System.arraycopy(parts.linear, 0, block.linear, 0, Frame.COMPONENTS);
            return quartered;
        }
        region.restore();
        return whole;
    }

    private static boolean isEmpty(Block block) {
        for (int[] levels : block.levels) {
            for (int level : levels) {
                if (level != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private double splitFlag(int x, int y, int log, int bit) throws MalformedBitstreamException {
        estimator.reset();
        syntax.split(estimator, x, y, log, bit);
        return rate();
    }

    private double rate() {
        return lambda * estimator.cost() / BitCost.UNIT;
    }

    private double split(Block block, int x, int y, int log) throws MalformedBitstreamException {
        block.split();
        int half = 1 << log - 1;
        double cost = 0;
        for (int i = 0; i < 4; i++) {
            cost += search(block.quarters[i], x + (i & 1) * half, y + (i >> 1) * half, log - 1);
        }
        if (log == BlockCoder.SMALLEST + 1) {
            cost += chroma(block, x, y, log, block.quarters[0].mode, null);
        }
        return cost;
    }

    private double leaf(Block block, int x, int y, int log) throws MalformedBitstreamException {
        double cost = luma(block, x, y, log);
        return log > BlockCoder.SMALLEST ? cost + chroma(block, x, y, log, block.mode, block.levels[0]) : cost;
    }

    private double luma(Block block, int x, int y, int log) throws MalformedBitstreamException {
        int side = 1 << log;
        predictor.gather(frame, 0, x, y, side, BlockCoder.fallback(0));
        int modes = predictor.isAlone() ? 1 : IntraPredictor.MODES;
        rankModes(x, y, log, modes);
        int roughness = predictor.roughness(stepSize);
        double best = Double.POSITIVE_INFINITY;
        for (int tried = 0; tried < Math.min(modes, TRIED_MODES[log]); tried++) {
            int mode = cheapest(modes);
            predictor.predict(mode, prediction);
            subtract(0, x, y, side);
            levelSearch.search(0, x, y, log, mode, roughness, residual, null, null);
            double cost = levelSearch.cost() + modeCost[mode];
            if (cost < best) {
                best = cost;
                block.mode = mode;
                block.levels[0] = levelSearch.levels();
                frame.store(0, x, y, side, prediction, levelSearch.reconstruction());
                frame.mark(frame.activity[0], x, y, side, levelSearch.activity());
            }
        }
        frame.mark(frame.log, x, y, side, log);
        frame.mark(frame.mode, x, y, side, block.mode);
        return best;
    }

    private double chroma(Block block, int x, int y, int log, int mode, int[] luma) throws MalformedBitstreamException {
        double cost = 0;
        for (int c = 1; c < Frame.COMPONENTS; c++) {
            predictor.gather(frame, c, x, y, 1 << log, BlockCoder.fallback(c));
            double best = Double.POSITIVE_INFINITY;
            for (int choice = 0; choice < 2; choice++) {
                best = Math.min(best, chromaChoice(block, c, x, y, log, mode, luma, choice == 1, best));
            }
            cost += best;
        }
        return cost;
    }

    private static boolean[] choices(Block block, int component, boolean choice) {
        boolean[] choices = block.linear.clone();
        choices[component] = choice;
        return choices;
    }

    /** Tries one way to predict a chroma block and takes it when it costs less than {@code best}. */
    private double chromaChoice(
            Block block, int c, int x, int y, int log, int mode, int[] luma, boolean fromLuma, double best)
            throws MalformedBitstreamException {
        int side = 1 << log;
        if (fromLuma) {
            linear.predict(frame, c, x, y, side, stepSize, prediction);
        } else {
            predictor.predict(mode, prediction);
        }
        subtract(c, x, y, side);
        int roughness = predictor.roughness(stepSize);
        levelSearch.search(c, x, y, log, mode, roughness, residual, luma, c == 1 ? null : block.levels[1]);
        estimator.reset();
        syntax.linear(estimator, c, x, y, log, choices(block, c, fromLuma));
        double cost = levelSearch.cost() + rate();
        if (cost < best) {
            block.linear[c] = fromLuma;
            block.levels[c] = levelSearch.levels();
            frame.store(c, x, y, side, prediction, levelSearch.reconstruction());
            frame.mark(frame.activity[c], x, y, side, levelSearch.activity());
        }
        return cost;
    }

    private void rankModes(int x, int y, int log, int modes) throws MalformedBitstreamException {
        int side = 1 << log;
        if (modes > 1) {
            syntax.modeCosts(estimator, x, y, log, modeRates);
        } else {
            modeRates[0] = 0;
        }
        for (int mode = 0; mode < modes; mode++) {
            modeCost[mode] = lambda * modeRates[mode] / BitCost.UNIT;
            predictor.predict(mode, prediction);
            subtract(0, x, y, side);
            roughCost[mode] = Hadamard.cost(residual, side) * Math.sqrt(lambda) + modeCost[mode];
        }
    }

    private int cheapest(int modes) {
        int best = 0;
        for (int mode = 1; mode < modes; mode++) {
            if (roughCost[mode] < roughCost[best]) {
                best = mode;
            }
        }
        roughCost[best] = Double.POSITIVE_INFINITY;
        return best;
    }

    private void subtract(int component, int x, int y, int side) {
        int[] plane = source[component];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int i = row * side + column;
                residual[i] = plane[(y + row) * frame.width + x + column] - prediction[i];
            }
        }
    }
}
