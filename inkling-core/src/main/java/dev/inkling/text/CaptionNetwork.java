package dev.inkling.text;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A small causal transformer over pieces, with integers only: pre-norm blocks (Vaswani et al. 2017; Zhang, Sennrich
 * 2019), rotary positions (Su et al. 2021), squared rectifiers (So et al. 2021), output tied to the embedding. Immutable;
 * {@code docs/models/caption-prior.md} tells how it was trained.
 */
final class CaptionNetwork {
    static final int WIDTH = 256;
    static final int LAYERS = 3;
    static final int HEADS = 4;
    static final int HEAD = WIDTH / HEADS;
    static final int HIDDEN = 1024;
    /** The resource that holds it, beside this class. */
    static final String RESOURCE = "caption-network.bin";
    /** Pieces that it sees at most, the start included. */
    static final int WINDOW = 384;

    /**
     * The matrices of a block.
     *
     * @param attend queries, keys and values of the heads: 3 WIDTH rows, WIDTH columns
     * @param output of the heads: WIDTH rows and columns
     * @param up     HIDDEN rows, WIDTH columns
     * @param down   WIDTH rows, HIDDEN columns
     */
    record Block(Matrix attend, Matrix output, Matrix up, Matrix down) {}

    private final byte[] start;
    private final Matrix embedding;
    private final Block[] blocks;
    private final int[] gains;
    private final int[] biases;
    private final Rotation rotation;

    /**
     * @param start     WIDTH numbers that a text begins with
     * @param embedding Pieces.COUNT rows, WIDTH columns; scales for use as output, logits in units of 1/4096 bit
     * @param gains     WIDTH factors of what goes into the output, in units of 1/4096
     * @param biases    of the logits, one for each piece, in units of 1/4096 bit
     */
    CaptionNetwork(
            byte[] start, Matrix embedding, Block[] blocks, int[] gains, int[] biases, Rotation rotation) {
        this.start = start;
        this.embedding = embedding;
        this.blocks = blocks;
        this.gains = gains;
        this.biases = biases;
        this.rotation = rotation;
    }

    /** The shipped network; the first call loads it. */
    static CaptionNetwork shipped() {
        return Shipped.NETWORK;
    }

    Block block(int layer) {
        return blocks[layer];
    }

    Matrix embedding() {
        return embedding;
    }

    /** Number at a place of the vector that a text begins with. */
    int start(int column) {
        return start[column];
    }

    int gain(int column) {
        return gains[column];
    }

    int bias(int piece) {
        return biases[piece];
    }

    Rotation rotation() {
        return rotation;
    }

    private static final class Shipped {
        private static final CaptionNetwork NETWORK = load();

        private static CaptionNetwork load() {
            try {
                return NetworkReader.read(Resource.bytes(RESOURCE));
            } catch (IOException e) {
                throw new UncheckedIOException("the resource " + RESOURCE + " is damaged", e);
            }
        }
    }
}
