package dev.inkling.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Foretells the next piece of a text: tables and the text so far, mixed linearly with weights that depend on how well the
 * tables know the context and on how well they have done so far; joined with a network; beside them a table for a fixed
 * style. Whether the text ends is foretold apart. Encoder and decoder drive it alike. Not thread-safe.
 */
final class PieceModel {
    private static final int[] POSITIONS = {12, 60};
    /** Share of the style from which on the network is not asked, which takes time. */
    private static final int SURE = StyleShare.ONE * 7 / 8;

    private final NgramContext broad;
    private final NgramContext closest;
    private final NgramContext style;
    private final MixPart[] parts;
    private final RecentPieces recent = new RecentPieces();
    private final StyleShare styleShare = new StyleShare();
    private final MixWeights weights;
    private final MixTrust trust;
    private final PieceDistribution tables;
    private final PieceDistribution distribution;
    private final @Nullable GeometricMix joint;
    private final TextEnd textEnd;
    private final int end;

    /**
     * @param network joined with the tables, if any
     * @param pieces  the pieces that tables and network speak of
     */
    PieceModel(CaptionPrior.Mixture mixture, @Nullable CaptionNetwork network, Pieces pieces) {
        List<NgramContext> contexts = mixture.tables().stream().map(NgramContext::new).toList();
        this.broad = contexts.get(0);
        this.closest = contexts.get(contexts.size() - 1);
        this.style = new NgramContext(mixture.style());
        List<MixPart> all = new ArrayList<>(contexts);
        all.add(recent.said());
        all.add(recent.followers());
        this.parts = all.toArray(MixPart[]::new);
        this.weights = mixture.weights();
        this.trust = new MixTrust(weights, parts.length);
        this.joint = network == null ? null : new GeometricMix(network);
        this.tables = new PieceDistribution(contexts.size());
        this.distribution = new PieceDistribution(contexts.size() + 1);
        this.textEnd = new TextEnd(pieces);
        this.end = pieces.ofByte(Marks.END);
        contexts.forEach(context -> context.accept(pieces.ofByte(Marks.START)));
        style.accept(pieces.ofByte(Marks.START));
    }

    /** Number of weights of a row when there are so many tables: theirs, recent pieces, their followers. */
    static int parts(int tables) {
        return tables + 2;
    }

    /** How many rows of weights there are. */
    static int rows() {
        return NgramTable.ORDER * 3 * 2 * (POSITIONS.length + 1);
    }

    /** Which row of weights applies now. */
    int row() {
        int row = closest.matched() * 3 + closest.doubt();
        row = row * 2 + (broad.matched() > 2 ? 1 : 0);
        int position = 0;
        while (position < POSITIONS.length && recent.count() >= POSITIONS[position]) {
            position++;
        }
        return row * (POSITIONS.length + 1) + position;
    }

    /** Probability that each part gives to a piece, in units of 2^-30. */
    long[] probabilities(int piece) {
        long[] probabilities = new long[parts.length];
        for (int part = 0; part < parts.length; part++) {
            probabilities[part] = parts[part].probability(piece);
        }
        return probabilities;
    }

    /** Probability that the text ends here, in units of 2^-16, 1 to 65,535, when nothing is known of its length. */
    int endProbability() {
        long inStyle = styleShare.share() * style.probability(end) >> 30;
        long otherwise = (long) (StyleShare.ONE - styleShare.share()) * textEnd.probability() >> 16;
        return (int) Math.max(1, Math.min(StyleShare.ONE - 1, inStyle + otherwise));
    }

    /** How likely each piece is next when the text does not end; valid until the next call. */
    PieceDistribution next() {
        distribution.clear();
        if (isJoint()) {
            addJoint();
        } else {
            addParts(distribution, StyleShare.ONE - styleShare.share());
        }
        style.addTo(distribution, (long) styleShare.share() << 12);
        distribution.remove(end);
        return distribution;
    }

    private boolean isJoint() {
        return joint != null && styleShare.share() < SURE;
    }

    /** Adds what the parts say, {@code share} in units of 2^-16. */
    private void addParts(PieceDistribution sum, int share) {
        int row = row();
        for (int part = 0; part < parts.length; part++) {
            parts[part].addTo(sum, trust.trusted(row, part) * share >> 16);
        }
    }

    private void addJoint() {
        tables.clear();
        addParts(tables, StyleShare.ONE);
        joint.join(tables);
        long weight = (long) (StyleShare.ONE - styleShare.share()) << 12;
        for (int piece = 0; piece < Pieces.COUNT; piece++) {
            distribution.add(piece, weight * joint.probability(piece));
        }
    }

    /** Moves on over a piece, after {@link #next}. */
    void accept(int piece) {
        int row = row();
        long[] probabilities = probabilities(piece);
        long otherwise = isJoint() ? joint.probability(piece) : mixed(row, probabilities);
        trust.accept(row, probabilities);
        styleShare.accept(style.probability(piece), otherwise);
        advance(piece);
    }

    private long mixed(int row, long[] probabilities) {
        long mixed = 0;
        for (int part = 0; part < probabilities.length; part++) {
            mixed += trust.trusted(row, part) * probabilities[part] >> 28;
        }
        return mixed;
    }

    private void advance(int piece) {
        recent.accept(piece);
        for (MixPart part : parts) {
            part.accept(piece);
        }
        if (joint != null) {
            joint.accept(piece);
        }
        style.accept(piece);
        textEnd.accept(piece);
    }
}
