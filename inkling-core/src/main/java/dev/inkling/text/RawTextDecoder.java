package dev.inkling.text;

import dev.inkling.Layer;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.RangeDecoder;
import java.io.ByteArrayOutputStream;

/** Decodes what {@link RawTextEncoder} coded. */
final class RawTextDecoder {
    private static final int MAX_BYTES = 3 * Layer.MAX_TEXT;

    private RawTextDecoder() {}

    static byte[] decode(RangeDecoder in) throws MalformedBitstreamException {
        RawBytes model = new RawBytes();
        ByteArrayOutputStream utf8 = new ByteArrayOutputStream();
        for (int value = decodeByte(model, in); value != RawBytes.END; value = decodeByte(model, in)) {
            if (utf8.size() == MAX_BYTES) {
                throw TextDecoder.malformed(in, "the text is longer than " + Layer.MAX_TEXT + " chars");
            }
            utf8.write(value);
        }
        return utf8.toByteArray();
    }

    private static int decodeByte(RawBytes model, RangeDecoder in) throws MalformedBitstreamException {
        int value = -1;
        while (value < 0) {
            value = model.accept(in.decodeBit(model.one()));
        }
        return value;
    }
}
