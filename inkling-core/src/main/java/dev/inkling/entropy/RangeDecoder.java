package dev.inkling.entropy;

import static dev.inkling.entropy.RangeEncoder.BOTTOM;
import static dev.inkling.entropy.RangeEncoder.MASK;
import static dev.inkling.entropy.RangeEncoder.MAX_TOTAL;
import static dev.inkling.entropy.RangeEncoder.TOP;

import dev.inkling.MalformedBitstreamException;
import java.util.Objects;

/** Reads what {@link RangeEncoder} wrote. Not thread-safe. */
public final class RangeDecoder {
    private final byte[] bytes;
    private final int start;
    private final int end;
    private int position;
    private long low;
    private long range = MASK;
    private long code;
    private long unit;

    /**
     * @param bytes  array that holds the message
     * @param start  index of its first byte
     * @param length its length; what lies beyond reads as zeros
     */
    public RangeDecoder(byte[] bytes, int start, int length) {
        Objects.checkFromIndexSize(start, length, bytes.length);
        this.bytes = bytes;
        this.start = start;
        this.end = start + length;
        this.position = start;
        for (int i = 0; i < 4; i++) {
            code = code << 8 | next();
        }
    }

    private int next() {
        int value = position < end ? bytes[position] & 0xff : 0;
        position++;
        return value;
    }

    /**
     * First half of decoding a symbol: where the message stands in a table. Call {@link #consume} with the symbol found.
     *
     * @param total sum of all frequencies, at most 2^16
     * @return a number of 0 to {@code total - 1} that lies within the frequencies of the coded symbol
     */
    public int locate(int total) {
        unit = range / total;
        return (int) Math.min((code - low) / unit, total - 1);
    }

    /**
     * Second half: removes the symbol from the message.
     *
     * @param first     sum of the frequencies of the symbols before it
     * @param frequency its own frequency, at least 1
     * @param total     the same as given to {@link #locate}
     * @throws MalformedBitstreamException when the message has ended long before, or is one that no encoder writes
     */
    public void consume(int first, int frequency, int total) throws MalformedBitstreamException {
        low += unit * first;
        range = first + frequency == total ? range - unit * first : unit * frequency;
        while (true) {
            if ((low ^ low + range - 1) >= TOP) {
                if (range >= BOTTOM) {
                    checkInside();
                    return;
                }
                range = BOTTOM - (low & BOTTOM - 1);
            }
            if (position >= end + 4) {
                throw new MalformedBitstreamException(end, "the message goes on, but the bytes end here");
            }
            code = (code << 8 | next()) & MASK;
            low = low << 8 & MASK;
            range <<= 8;
        }
    }

    /** An encoder stays within its interval, also where it cuts it; only damage leads out of it. */
    private void checkInside() throws MalformedBitstreamException {
        if (code < low || code >= low + range) {
            throw new MalformedBitstreamException(Math.min(position, end), "no message goes on like this");
        }
    }

    /** Decodes one of {@code total} equally likely symbols. */
    public int decodeUniform(int total) throws MalformedBitstreamException {
        int symbol = locate(total);
        consume(symbol, 1, total);
        return symbol;
    }

    /**
     * Decodes one bit.
     *
     * @param oneProbability probability of a 1 in units of 2^-16, 1 to 65,535
     */
    public int decodeBit(int oneProbability) throws MalformedBitstreamException {
        if (locate(MAX_TOTAL) < oneProbability) {
            consume(0, oneProbability, MAX_TOTAL);
            return 1;
        }
        consume(oneProbability, MAX_TOTAL - oneProbability, MAX_TOTAL);
        return 0;
    }

    /** Bits read so far; agrees with {@link RangeEncoder#bits} at the same symbol. */
    public long bits() {
        return 8L * (position - start - 4) + Long.numberOfLeadingZeros(range) - 31;
    }

    /** Length of the message in bytes. */
    public int length() {
        return end - start;
    }

    /**
     * Checks that the message ends here, in the very bytes that the encoder writes: there is one file for one content.
     *
     * @throws MalformedBitstreamException when bytes are missing, left over or not canonical
     */
    public void finish() throws MalformedBitstreamException {
        int flush = RangeEncoder.flushLength(low, range);
        int expected = position - 4 + flush;
        if (expected != end) {
            throw new MalformedBitstreamException(
                    Math.min(expected, end),
                    "the message takes " + (expected - start) + " bytes, found " + (end - start));
        }
        checkLast(flush);
    }

    /**
     * The same, but zeros may follow the bytes that the encoder needs: for messages whose length says something.
     *
     * @throws MalformedBitstreamException when bytes are missing, left over or not canonical
     */
    public void finishPadded() throws MalformedBitstreamException {
        int flush = RangeEncoder.flushLength(low, range);
        int needed = position - 4 + flush;
        if (needed > end) {
            throw new MalformedBitstreamException(
                    end, "the message takes " + (needed - start) + " bytes, found " + (end - start));
        }
        for (int i = needed; i < end; i++) {
            if (bytes[i] != 0) {
                throw new MalformedBitstreamException(i, "the message has ended, but bytes follow");
            }
        }
        checkLast(flush);
    }

    private void checkLast(int flush) throws MalformedBitstreamException {
        if (code != RangeEncoder.flushValue(low, flush)) {
            throw new MalformedBitstreamException(end, "the last bytes are not those of a finished message");
        }
    }
}
