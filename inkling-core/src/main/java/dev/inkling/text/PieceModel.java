package dev.inkling.text;

/**
 * Foretells the next piece of a text: tables and the text so far, mixed linearly with weights that depend on how well
 * the tables know the context and on how well they have done so far; beside them a table for a fixed style. Encoder and
 * decoder drive it alike. Not thread-safe.
 */
final class PieceModel {
    private static final int[] POSITIONS = {12, 60};
    /** From here on an end is half as likely: what is cut short for a budget is cut before. */
    private static final int LONG_TEXT = 96;
    /** Parts beside the tables that trust applies to: recent pieces and followers. */
    private static final int RECENT_PARTS = 2;

    private final NgramContext[] contexts;
    private final NgramContext style;
    private final RecentPieces recent = new RecentPieces();
    private final StyleShare styleShare = new StyleShare();
    private final MixWeights weights;
    private final MixTrust trust;
    private final PieceDistribution distribution;
    private final int end;

    /** @param pieces the pieces that the tables of the mixture speak of */
    PieceModel(CaptionPrior.Mixture mixture, Pieces pieces) {
        this.contexts = mixture.tables().stream().map(NgramContext::new).toArray(NgramContext[]::new);
        this.style = new NgramContext(mixture.style());
        this.weights = mixture.weights();
        this.trust = new MixTrust(weights, contexts.length + RECENT_PARTS);
        this.distribution = new PieceDistribution(contexts.length + 1);
        this.end = pieces.ofByte(Marks.END);
        acceptContexts(pieces.ofByte(Marks.START));
    }

    /** Number of weights of a row when there are so many tables: theirs, recent pieces, their followers, the end. */
    static int parts(int tables) {
        return tables + RECENT_PARTS + 1;
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

    /** Probability that each part but the end gives to a piece, in units of 2^-30. */
    long[] probabilities(int piece) {
        long[] probabilities = new long[contexts.length + RECENT_PARTS];
        int part = 0;
        for (NgramContext context : contexts) {
            probabilities[part++] = context.probability(piece);
        }
        probabilities[part++] = recent.probability(piece);
        probabilities[part] = recent.followerProbability(piece);
        return probabilities;
    }

    /** How likely each piece is next; valid until the next call. */
    PieceDistribution next() {
        distribution.clear();
        int row = row();
        int part = 0;
        for (NgramContext context : contexts) {
            context.addTo(distribution, weight(row, part++));
        }
        recent.addTo(distribution, weight(row, part++));
        recent.addFollowersTo(distribution, weight(row, part++));
        int hurry = recent.count() < LONG_TEXT ? 0 : 1;
        distribution.add(end, (weights.weight(row, part) >> hurry) * NgramTable.ONE);
        style.addTo(distribution, (long) styleShare.share() << 12);
        return distribution;
    }

    /** Weight of a part in units of 2^-28, at most 2^31. */
    private long weight(int row, int part) {
        return trust.trusted(row, part) * (StyleShare.ONE - styleShare.share()) >> 16;
    }

    /** Moves on over a piece. */
    void accept(int piece) {
        int row = row();
        long[] probabilities = probabilities(piece);
        long mixed = 0;
        for (int part = 0; part < probabilities.length; part++) {
            mixed += trust.trusted(row, part) * probabilities[part] >> 28;
        }
        styleShare.accept(style.probability(piece), mixed);
        trust.accept(row, probabilities);
        acceptContexts(piece);
        recent.accept(piece);
    }

    private void acceptContexts(int piece) {
        for (NgramContext context : contexts) {
            context.accept(piece);
        }
        style.accept(piece);
    }
}
