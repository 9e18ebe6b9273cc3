package dev.inkling.text;

import dev.inkling.entropy.Log2;
import java.util.Arrays;

/**
 * What the tables and the network say together: the product of powers of their probabilities, normed (log-linear pooling;
 * Genest, Zidek 1986). The network reads what has been accepted only when it is asked, so text that something else knows
 * better costs no time. Not thread-safe.
 */
final class GeometricMix {
    /** Exponents of the tables' and of the network's probabilities, in units of 1/256; fitted on held-out texts. */
    private static final int TABLES = 90;
    private static final int NETWORK = 150;

    private final NetworkState network;
    private final int[] powers = new int[Pieces.COUNT];
    /** 1 over the sum of the powers, in units of 2^-60. */
    private long inverse;
    private int[] waiting = new int[64];
    private int waits;

    GeometricMix(CaptionNetwork network) {
        this.network = new NetworkState(network);
    }

    /** Moves on over a piece. */
    void accept(int piece) {
        if (waits == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * waits);
        }
        waiting[waits++] = piece;
    }

    /** Asks the network for the next piece and joins it with what the tables say of it. */
    void join(PieceDistribution tables) {
        for (int i = 0; i < waits; i++) {
            network.accept(waiting[i]);
        }
        waits = 0;
        network.logits(powers);
        int most = Integer.MIN_VALUE;
        for (int piece = 0; piece < powers.length; piece++) {
            powers[piece] = TABLES * Log2.of(tables.weight(piece)) + NETWORK * powers[piece] >> 8;
            most = Math.max(most, powers[piece]);
        }
        long sum = 0;
        for (int piece = 0; piece < powers.length; piece++) {
            powers[piece] = PowerOfTwo.of(powers[piece] - most);
            sum += powers[piece];
        }
        inverse = (1L << 60) / sum;
    }

    /** Probability of a piece as last joined, in units of 2^-30. */
    long probability(int piece) {
        return powers[piece] * inverse >> 30;
    }
}
