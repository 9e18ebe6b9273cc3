package dev.inkling.text;

import java.util.List;

/**
 * Foretells the next piece of a text: tables and the text so far, mixed linearly with weights that depend on how well
 * the tables know the context. Encoder and decoder drive it alike. Not thread-safe.
 */
final class PieceModel {
    private static final int[] POSITIONS = {12, 60};

    private final NgramContext[] contexts;
    private final RecentPieces recent = new RecentPieces();
    private final PieceDistribution distribution;
    private final MixWeights weights;
    private final int end;

    /**
     * @param tables  the tables to mix; the last one is the closest to the texts at hand
     * @param weights weights of the tables, the recent pieces, their followers and the end
     * @param pieces  the pieces that the tables speak of
     */
    PieceModel(List<NgramTable> tables, MixWeights weights, Pieces pieces) {
        this.contexts = tables.stream().map(NgramContext::new).toArray(NgramContext[]::new);
        this.distribution = new PieceDistribution(contexts.length);
        this.weights = weights;
        this.end = pieces.ofByte(Marks.END);
        for (NgramContext context : contexts) {
            context.accept(pieces.ofByte(Marks.START));
        }
    }

    /** Number of parts that are mixed when there are so many tables. */
    static int parts(int tables) {
        return tables + 3;
    }

    /** How many rows of weights there are. */
    static int rows() {
        return NgramTable.ORDER * 3 * 2 * (POSITIONS.length + 1);
    }

    /** Which row of weights applies now. */
    int row() {
        NgramContext closest = contexts[contexts.length - 1];
        int row = closest.matched() * 3 + closest.doubt();
        row = row * 2 + (contexts[0].matched() > 2 ? 1 : 0);
        int position = 0;
        while (position < POSITIONS.length && recent.count() >= POSITIONS[position]) {
            position++;
        }
        return row * (POSITIONS.length + 1) + position;
    }

    /** Probability that each part gives to a piece, in units of 2^-30. */
    long[] probabilities(int piece) {
        long[] probabilities = new long[parts(contexts.length)];
        int part = 0;
        for (NgramContext context : contexts) {
            probabilities[part++] = context.probability(piece);
        }
        probabilities[part++] = recent.probability(piece);
        probabilities[part++] = recent.followerProbability(piece);
        probabilities[part] = piece == end ? NgramTable.ONE : 0;
        return probabilities;
    }

    /** How likely each piece is next; valid until the next call. */
    PieceDistribution next() {
        distribution.clear();
        int row = row();
        int part = 0;
        for (NgramContext context : contexts) {
            context.addTo(distribution, weights.weight(row, part++));
        }
        recent.addTo(distribution, weights.weight(row, part++));
        recent.addFollowersTo(distribution, weights.weight(row, part++));
        distribution.add(end, weights.weight(row, part) * NgramTable.ONE);
        return distribution;
    }

    /** Moves on over a piece. */
    void accept(int piece) {
        for (NgramContext context : contexts) {
            context.accept(piece);
        }
        recent.accept(piece);
    }
}
