package dev.inkling.codec;

import dev.inkling.Calibration;
import dev.inkling.Embedder;
import dev.inkling.Embedding;
import dev.inkling.Generator;
import dev.inkling.ProviderException;
import dev.inkling.bitstream.BitstreamWriter;
import dev.inkling.bitstream.BitstreamWriter.Written;
import dev.inkling.image.Raster;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes files with a vector, as exact as the bytes allow. Immutable and thread-safe. */
final class VectorProfiles {
    /** Part of a file that the colour map may take, header and check included, in hundredths. */
    private static final int COLOUR_SHARE = 30;

    /** Fewest and most bytes of a file with the colour map alone. */
    private static final int FEWEST_COLOUR = 11;

    private static final int MOST_COLOUR = 63;

    private final Embedder embedder;
    private final @Nullable Calibration calibration;
    private final Generator generator;
    private final Consumer<EncodeStage> stages;

    VectorProfiles(
            Embedder embedder, @Nullable Calibration calibration, Generator generator, Consumer<EncodeStage> stages) {
        this.embedder = embedder;
        this.calibration = calibration;
        this.generator = generator;
        this.stages = stages;
    }

    /** @param options with a profile that has a vector */
    Written encode(Raster picture, EncodeOptions options) throws ProviderException {
        stages.accept(EncodeStage.EMBEDDING);
        Embedding embedding = embedder.embed(picture);
        requireFit(embedding);
        int limit = options.rate().maxBytes(picture.size(), embedding.dimension());
        BitstreamWriter empty = new BitstreamWriter(picture.size(), options.archive());
        CodedVector coded = options.profile() == Profile.CLIP_COLOR
                ? withColours(picture, embedding, limit, empty)
                : coded(embedding, limit, empty);
        if (coded.length() > limit) {
            throw new BudgetTooSmallException(limit, coded.length(), options.profile().label());
        }
        return coded.file();
    }

    private CodedVector coded(Embedding embedding, int limit, BitstreamWriter before) {
        stages.accept(EncodeStage.VECTOR_LAYER);
        return CodedVector.best(before, embedding, calibration, limit);
    }

    private void requireFit(Embedding embedding) throws ProviderException {
        if (calibration != null && calibration.dimension() != embedding.dimension()) {
            throw new ProviderException("embedder", false, "it makes vectors of " + embedding.dimension()
                    + " components, but calibration " + calibration.id() + " is for " + calibration.dimension());
        }
    }

    /**
     * With the tiny picture that is nearest to the source, or the smallest one where the vector needs the room; the
     * generator, which would see nothing else, is not asked.
     */
    private CodedVector withColours(Raster picture, Embedding embedding, int limit, BitstreamWriter empty)
            throws ProviderException {
        stages.accept(EncodeStage.SHRINKING);
        View view = new View(picture);
        stages.accept(EncodeStage.PICTURE_SEARCH);
        RateControl control = new RateControl(view, Ladder.of(view), generator, empty, stages);
        int share = Math.max(FEWEST_COLOUR, Math.min(MOST_COLOUR, limit * COLOUR_SHARE / 100));
        CodedVector coded =
                coded(embedding, limit, control.best(Math.max(control.smallest(), share), 1));
        return coded.length() <= limit ? coded : coded(embedding, limit, control.best(control.smallest(), 1));
    }
}
