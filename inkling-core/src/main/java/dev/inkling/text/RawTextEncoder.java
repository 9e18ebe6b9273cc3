package dev.inkling.text;

import dev.inkling.entropy.RangeEncoder;

/** Codes UTF-8 without the prior. */
final class RawTextEncoder implements CodedText {
    private final byte[] utf8;

    RawTextEncoder(byte[] utf8) {
        this.utf8 = utf8;
    }

    @Override
    public void write(int bytes, RangeEncoder out) {
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
