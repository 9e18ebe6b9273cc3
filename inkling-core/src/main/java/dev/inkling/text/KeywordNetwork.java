package dev.inkling.text;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A small network that foretells the next word of a keyword set from those before it, ranks ascending, with integers
 * only: the embeddings of the words, a layer of squared rectifiers (So et al. 2021), a layer to as many numbers as an
 * embedding has, and an output for each frequent word. Immutable; {@code docs/models/keyword-sets.md} tells how it was trained.
 *
 * @param words   embeddings: HEAD rows, WIDTH columns
 * @param places  what the size of the set, the words left and the first rank add to the layer: ROWS rows, HIDDEN columns
 * @param layer   HIDDEN rows; columns for the sum of the embeddings, their mean and the last of them, WIDTH each
 * @param summary WIDTH rows, HIDDEN columns
 * @param ranks   outputs: HEAD + 1 rows, WIDTH columns; the last is for all ranks from HEAD on
 * @param biases  of the outputs, in units of 1/1024 bit
 * @param beyond  added to the outputs for each word left but one, in units of 1/2048 bit: of words drawn at random
 *                the least has a rank with a probability that falls so with their number
 */
record KeywordNetwork(
        Matrix words, Matrix places, Matrix layer, Matrix summary, Matrix ranks, short[] biases, short[] beyond) {
    /** The resource that holds it, beside this class. */
    static final String RESOURCE = "keyword-network.bin";
    /** Ranks that it tells apart. */
    static final int HEAD = 12_288;
    static final int WIDTH = 64;
    static final int HIDDEN = 192;
    /** Rows of {@link #places} for sizes, then as many for words left, then twice as many for ranks. */
    static final int ROWS_OF_SIZES = 32;

    static final int ROWS = 4 * ROWS_OF_SIZES;

    /** The shipped network; the first call loads it. */
    static KeywordNetwork shipped() {
        return Shipped.NETWORK;
    }

    /** Which row a number of at least 1 has: numbers below 8 their own, larger ones four an octave. */
    static int row(int number) {
        int log = 31 - Integer.numberOfLeadingZeros(number);
        return number < 8 ? number : 4 * (log - 1) + (number >> log - 2 & 3);
    }

    private static final class Shipped {
        private static final KeywordNetwork NETWORK = load();

        private static KeywordNetwork load() {
            try {
                return KeywordNetworkReader.read(Resource.bytes(RESOURCE));
            } catch (IOException e) {
                throw new UncheckedIOException("the resource " + RESOURCE + " is damaged", e);
            }
        }
    }
}
