package dev.inkling.entropy;

import java.util.Arrays;

/**
 * A carry-less range coder (Subbotin 1999) with a 32-bit interval, integers only. Not thread-safe.
 *
 * <p>The state is an interval {@code [low, low + range)} of 32-bit numbers. A symbol with frequencies {@code [start,
 * start + frequency)} out of {@code total} narrows it in proportion; leading bytes that all numbers of the interval
 * share are written out. When the interval straddles a byte boundary and gets shorter than 2^16 it is cut at the
 * boundary, so a carry can never reach a byte already written.
 *
 * <p>Worked example: {@code low = 0, range = 2^32 - 1}; a symbol {@code [1, 2)} of 4 gives {@code low = 0x3fffffff,
 * range = 0x3fffffff}; finishing there writes the single byte {@code 0x40}, since every number that starts with it lies
 * inside the interval.
 */
public final class RangeEncoder {
    /** Largest total of a frequency table. */
    public static final int MAX_TOTAL = 1 << 16;

    static final long TOP = 1L << 24;
    static final long BOTTOM = 1L << 16;
    static final long MASK = 0xffff_ffffL;

    private byte[] bytes = new byte[256];
    private int length;
    private long low;
    private long range = MASK;

    /** An encoder at the start of a message. */
    public RangeEncoder() {}

    /** An encoder that goes on from where another one stands, independently of it. */
    public RangeEncoder(RangeEncoder other) {
        bytes = other.bytes.clone();
        length = other.length;
        low = other.low;
        range = other.range;
    }

    /**
     * Codes one symbol.
     *
     * @param start     sum of the frequencies of the symbols before it
     * @param frequency its own frequency, at least 1
     * @param total     sum of all frequencies, at most {@link #MAX_TOTAL}
     */
    public void encode(int start, int frequency, int total) {
        if (frequency < 1 || start < 0 || total > MAX_TOTAL || start + frequency > total) {
            throw new IllegalArgumentException("frequencies " + start + "+" + frequency + " of " + total);
        }
        long unit = range / total;
        low += unit * start;
        // The last symbol takes what the division left over, so nothing of the interval is wasted.
        range = start + frequency == total ? range - unit * start : unit * frequency;
        normalise();
    }

    /** Codes one of {@code total} equally likely symbols. */
    public void encodeUniform(int symbol, int total) {
        encode(symbol, 1, total);
    }

    /**
     * Codes one bit.
     *
     * @param bit            0 or 1
     * @param oneProbability probability of a 1 in units of 2^-16, 1 to 65,535
     */
    public void encodeBit(int bit, int oneProbability) {
        if (bit == 1) {
            encode(0, oneProbability, MAX_TOTAL);
        } else {
            encode(oneProbability, MAX_TOTAL - oneProbability, MAX_TOTAL);
        }
    }

    private void normalise() {
        while (true) {
            if ((low ^ low + range - 1) >= TOP) {
                if (range >= BOTTOM) {
                    return;
                }
                range = BOTTOM - (low & BOTTOM - 1);
            }
            append((int) (low >>> 24));
            low = low << 8 & MASK;
            range <<= 8;
        }
    }

    private void append(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) value;
    }

    /**
     * Bits spent so far, rounded up: whole bytes written plus what the interval has narrowed since. The difference
     * of two readings is the rate of what was coded between them.
     */
    public long bits() {
        return 8L * length + Long.numberOfLeadingZeros(range) - 31;
    }

    /**
     * The message, ended here. The encoder stays as it is.
     *
     * @return the shortest bytes that, followed by zeros, decode to what was coded
     */
    public byte[] finish() {
        int flush = flushLength(low, range);
        long value = flushValue(low, flush);
        byte[] message = Arrays.copyOf(bytes, length + flush);
        for (int i = 0; i < flush; i++) {
            message[length + i] = (byte) (value >>> 24 - 8 * i);
        }
        return message;
    }

    /** Fewest leading bytes of a number in {@code [low, low + range)} whose other bytes are zero. */
    static int flushLength(long low, long range) {
        int flush = 0;
        while (flush < 4 && flushValue(low, flush) > low + range - 1) {
            flush++;
        }
        return flush;
    }

    /** The smallest number not below {@code low} with only {@code flush} leading bytes in use. */
    static long flushValue(long low, int flush) {
        long grain = 1L << 32 - 8 * flush;
        return (low + grain - 1) / grain * grain;
    }
}
