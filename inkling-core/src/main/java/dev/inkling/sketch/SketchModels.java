package dev.inkling.sketch;

import dev.inkling.entropy.MixingModel;
import dev.inkling.entropy.TrainedFile;

/** The probability model of the sketch layer. Its trained state is loaded once; each sketch adapts its own copy. */
final class SketchModels {
    private static final String RESOURCE = "sketch-models.bin";

    /** Number of values that the four nearest neighbours have. */
    static final int NEAREST = 16;

    /** Number of values that twelve neighbours have. */
    static final int NEIGHBOURS = 1 << 12;

    private static final class Trained {
        static final MixingModel LINE = TrainedFile.read(SketchModels.class, RESOURCE, in -> {
            MixingModel line = untrained();
            line.read(in);
            return line;
        });
    }

    private SketchModels() {}

    /** A model of whether a line goes through a pixel, which knows nothing. */
    static MixingModel untrained() {
        return new MixingModel(
                NEAREST, LineNetwork.LEVELS / 4, LineNetwork.LEVELS, LineNetwork.LEVELS / 2 * NEAREST, NEIGHBOURS,
                LineNetwork.LEVELS / 2 * SketchSize.COUNT);
    }

    /** A copy of the trained model, for one sketch. */
    static MixingModel trained() {
        return Trained.LINE.copy();
    }

}
