package dev.inkling.text;

/** One of the models of the next piece that a {@link PieceModel} mixes. Not thread-safe. */
interface MixPart {
    /** Probability of a piece, in units of 2^-30. */
    long probability(int piece);

    /** Adds the probabilities of all pieces to a distribution, {@code weight} in units of 2^-28. */
    void addTo(PieceDistribution distribution, long weight);

    /** Moves on over a piece. */
    default void accept(int piece) {}
}
