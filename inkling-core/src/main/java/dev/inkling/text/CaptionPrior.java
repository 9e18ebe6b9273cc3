package dev.inkling.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is known about picture descriptions before one is read: the pieces, the tables and how to mix them. Immutable,
 * shared, about 30 MB. {@code docs/models/caption-prior.md} tells how it was made.
 */
final class CaptionPrior {
    /** The resource that holds it, beside this class. */
    static final String RESOURCE = "caption-prior.bin";

    private final Pieces pieces;
    private final List<Mixture> mixtures;
    private final Supplier<CaptionNetwork> network;

    /**
     * Tables and their weights.
     *
     * @param tables  the tables to mix, a broad one first, the closest last
     * @param style   table for texts in a fixed style
     * @param weights see {@link PieceModel}
     */
    record Mixture(List<NgramTable> tables, NgramTable style, MixWeights weights) {
        Mixture {
            tables = List.copyOf(tables);
        }
    }

    /**
     * @param mixtures for prose and for word lists
     * @param network  for prose, asked for when it is first needed
     */
    CaptionPrior(Pieces pieces, List<Mixture> mixtures, Supplier<CaptionNetwork> network) {
        this.pieces = pieces;
        this.mixtures = List.copyOf(mixtures);
        this.network = network;
    }

    /** The shipped prior; the first call loads it. */
    static CaptionPrior shipped() {
        return Shipped.PRIOR;
    }

    Pieces pieces() {
        return pieces;
    }

    /** All tables but those for fixed styles. */
    List<NgramTable> tables() {
        return mixtures.stream().flatMap(mixture -> mixture.tables().stream()).distinct().toList();
    }

    /** A new model for a text of a kind. */
    PieceModel model(TextKind kind) {
        return new PieceModel(
                mixtures.get(kind.words() ? 1 : 0), kind == TextKind.PROSE ? network.get() : null, pieces);
    }

    private static final class Shipped {
        private static final CaptionPrior PRIOR = load();

        private static CaptionPrior load() {
            try {
                return PriorReader.read(Resource.bytes(RESOURCE));
            } catch (IOException e) {
                throw new UncheckedIOException("the resource " + RESOURCE + " is damaged", e);
            }
        }
    }
}
