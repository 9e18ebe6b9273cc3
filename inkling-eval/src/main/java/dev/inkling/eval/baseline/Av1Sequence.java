package dev.inkling.eval.baseline;

/**
 * What the sequence header of an AV1 still picture says (AV1 specification, §5.5.1, reduced still picture header).
 *
 * @param profile 0 for 4:2:0, 1 for 4:4:4
 * @param level   index of the level, 0 to 31
 * @param width   in pixels
 * @param height  in pixels
 */
record Av1Sequence(int profile, int level, int width, int height) {
    private static final int SEQUENCE_HEADER = 1;

    /** Reads the header out of a series of units, each with its length; the lengths of those before it are a byte. */
    static Av1Sequence read(byte[] payload) {
        int start = 0;
        while (start + 2 < payload.length) {
            if ((payload[start] >> 3 & 15) == SEQUENCE_HEADER) {
                return parse(new Bits(payload, 8 * (start + 2)));
            }
            start += 2 + (payload[start + 1] & 0x7f);
        }
        throw new IllegalArgumentException("the AV1 payload has no sequence header");
    }

    private static Av1Sequence parse(Bits bits) {
        int profile = bits.take(3);
        bits.take(1);
        if (bits.take(1) != 1) {
            throw new IllegalArgumentException("the AV1 payload is not a plain still picture");
        }
        int level = bits.take(5);
        int widthBits = bits.take(4) + 1;
        int heightBits = bits.take(4) + 1;
        int width = bits.take(widthBits) + 1;
        return new Av1Sequence(profile, level, width, bits.take(heightBits) + 1);
    }

    /** Bits from the highest of each byte on. */
    private static final class Bits {
        private final byte[] bytes;
        private int position;

        Bits(byte[] bytes, int position) {
            this.bytes = bytes;
            this.position = position;
        }

        int take(int count) {
            int number = 0;
            for (int i = 0; i < count; i++, position++) {
                number = number << 1 | bytes[position >> 3] >> 7 - (position & 7) & 1;
            }
            return number;
        }
    }
}
