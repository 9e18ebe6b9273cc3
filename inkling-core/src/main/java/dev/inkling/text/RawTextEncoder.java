package dev.inkling.text;

import dev.inkling.entropy.RangeEncoder;

/** Codes UTF-8 without the prior. */
final class RawTextEncoder {
    private RawTextEncoder() {}

    static void encode(byte[] utf8, RangeEncoder out) {
        RawBytes model = new RawBytes();
        for (byte value : utf8) {
            encode(value & 0xff, model, out);
        }
        encode(RawBytes.END, model, out);
    }

    private static void encode(int value, RawBytes model, RangeEncoder out) {
        for (int i = 7; i >= 0; i--) {
            int bit = value >> i & 1;
            out.encodeBit(bit, model.one());
            model.accept(bit);
        }
    }
}
