package dev.inkling.picture;

import dev.inkling.entropy.MixingModel;
import dev.inkling.entropy.TrainedFile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** The probability models of the picture layer. The trained state is loaded once; each picture adapts its own copy. */
final class PictureModels {
    private static final String RESOURCE = "picture-models.bin";

    /** Quantiser step, bit by bit. */
    final MixingModel step;

    /** Whether a block is split into four. */
    final MixingModel split;

    /** Prediction mode, bit by bit. */
    final MixingModel mode;

    /** Whether a block has coefficients. */
    final MixingModel coded;

    /** Whether chroma is predicted from luma. */
    final MixingModel linear;

    /** Whether more coefficients follow. */
    final MixingModel more;

    /** Whether a coefficient is not zero. */
    final MixingModel significant;

    /** Whether a magnitude goes on. */
    final MixingModel larger;

    /** Whether a coefficient is negative. */
    final MixingModel negative;

    private static final class Trained {
        static final PictureModels MODELS = TrainedFile.read(PictureModels.class, RESOURCE, in -> {
            PictureModels models = new PictureModels();
            models.read(in);
            return models;
        });
    }

    /** Models that know nothing. */
    PictureModels() {
        step = new MixingModel(1, 6, 64);
        split = new MixingModel(3, 8, 3 * 9, 3 * 8, 3 * 49);
        mode = new MixingModel(4, 5, 32 * 20, 32 * 20, 32 * 4 * 8, 32);
        coded = new MixingModel(12, 8, 12 * 13, 12 * 8, 12 * 16, 12 * 4, 12 * 8);
        linear = new MixingModel(2, 4, 8, 2 * 13, 2 * 4, 2 * 4 * 4);
        more = new MixingModel(24, 8, 12 * 20, 2 * 8 * 8, 8 * 20 * 2, 13 * 8 * 2, 2 * 4 * 20, 2 * 4 * 20, 2 * 8 * 20);
        significant = new MixingModel(
                32, 8 * 6, 8 * 20, 2 * 8 * 20, 8 * 64, 8 * 20 * 2, 13 * 6 * 8 * 2, 4 * 64 * 2, 3 * 9 * 8, 8 * 8 * 8,
                8 * 8 * 20);
        larger = new MixingModel(12, 12, 8 * 6 * 20, 2 * 6 * 12, 8 * 6 * 8, 13 * 6 * 2 * 5, 3 * 6 * 9, 8 * 6 * 8 * 2);
        negative = new MixingModel(3, 8, 3 * 8 * 9, 3 * 4 * 8);
    }

    private PictureModels(PictureModels other) {
        step = other.step.copy();
        split = other.split.copy();
        mode = other.mode.copy();
        coded = other.coded.copy();
        linear = other.linear.copy();
        more = other.more.copy();
        significant = other.significant.copy();
        larger = other.larger.copy();
        negative = other.negative.copy();
    }

    /** Loads the trained models, unless that is done; the first picture would do so too. */
    static PictureModels load() {
        return Trained.MODELS;
    }

    /** A copy of the trained models, for one picture. */
    static PictureModels trained() {
        return load().copy();
    }

    PictureModels copy() {
        return new PictureModels(this);
    }

    private List<MixingModel> all() {
        return List.of(step, split, mode, coded, linear, more, significant, larger, negative);
    }

    void adapt(MixingModel.Adaptation adaptation) {
        all().forEach(model -> model.adapt(adaptation));
    }

    void write(DataOutputStream out) throws IOException {
        for (MixingModel model : all()) {
            model.write(out);
        }
    }

    void read(DataInputStream in) throws IOException {
        for (MixingModel model : all()) {
            model.read(in);
        }
    }
}
