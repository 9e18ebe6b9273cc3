package dev.inkling.text;

import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.RangeDecoder;
import dev.inkling.entropy.RangeEncoder;

/**
 * A fixed table of frequencies for small numbers, which a shipped prior is packed with. Numbers below 16 are symbols of
 * their own; larger ones are a symbol for their two leading bits and their length, and plain bits. Immutable.
 *
 * <p>Example: 45 is 101101 in binary; its symbol is 18 (6 bits long, starting with 10) and four plain bits 1101 follow.
 */
final class StaticTable {
    /** How many symbols there are. */
    static final int SYMBOLS = 64;
    /** Sum of the frequencies. */
    static final int TOTAL = 1 << 12;

    private static final int DIRECT = 16;
    private static final int DIRECT_BITS = 4;

    private final int[] starts = new int[SYMBOLS + 1];
    private final byte[] symbolAt = new byte[TOTAL];

    /** @param frequencies of the symbols, 0 for those that never occur, together {@link #TOTAL} */
    StaticTable(int[] frequencies) {
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            starts[symbol + 1] = starts[symbol] + frequencies[symbol];
            for (int i = starts[symbol]; i < starts[symbol + 1]; i++) {
                symbolAt[i] = (byte) symbol;
            }
        }
    }

    /** The symbol of a number, 0 to 2^27. */
    static int symbol(int value) {
        if (value < DIRECT) {
            return value;
        }
        int bits = 31 - Integer.numberOfLeadingZeros(value);
        return DIRECT + (bits - DIRECT_BITS << 1) + (value >>> bits - 1 & 1);
    }

    /** Plain bits after a symbol. */
    private static int plainBits(int symbol) {
        return symbol < DIRECT ? 0 : DIRECT_BITS - 1 + (symbol - DIRECT >> 1);
    }

    void encode(int value, RangeEncoder out) {
        int symbol = symbol(value);
        out.encode(starts[symbol], starts[symbol + 1] - starts[symbol], TOTAL);
        int plain = plainBits(symbol);
        if (plain > 0) {
            out.encodeUniform(value & (1 << plain) - 1, 1 << plain);
        }
    }

    int decode(RangeDecoder in) throws MalformedBitstreamException {
        int symbol = symbolAt[in.locate(TOTAL)];
        in.consume(starts[symbol], starts[symbol + 1] - starts[symbol], TOTAL);
        int plain = plainBits(symbol);
        if (plain == 0) {
            return symbol;
        }
        return (2 | symbol - DIRECT & 1) << plain | in.decodeUniform(1 << plain);
    }
}
