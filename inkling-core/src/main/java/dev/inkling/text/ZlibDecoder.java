package dev.inkling.text;

import dev.inkling.Layer;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.RangeDecoder;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Decodes what {@link ZlibEncoder} coded, byte by byte, since only the stream knows where it ends. */
final class ZlibDecoder {
    private static final int MAX_BYTES = 3 * Layer.MAX_TEXT;

    private ZlibDecoder() {}

    static byte[] decode(RangeDecoder in) throws MalformedBitstreamException {
        Inflater inflater = new Inflater();
        try {
            return inflate(inflater, in);
        } catch (DataFormatException e) {
            MalformedBitstreamException malformed = TextDecoder.malformed(in, "not a zlib stream: " + e.getMessage());
            malformed.initCause(e);
            throw malformed;
        } finally {
            inflater.end();
        }
    }

    private static byte[] inflate(Inflater inflater, RangeDecoder in)
            throws DataFormatException, MalformedBitstreamException {
        ByteArrayOutputStream utf8 = new ByteArrayOutputStream();
        byte[] part = new byte[4096];
        while (!inflater.finished()) {
            inflater.setInput(new byte[] {(byte) in.decodeUniform(256)});
            for (int length = inflater.inflate(part); length > 0; length = inflater.inflate(part)) {
                utf8.write(part, 0, length);
                if (utf8.size() > MAX_BYTES) {
                    throw TextDecoder.malformed(in, "the text is longer than " + Layer.MAX_TEXT + " chars");
                }
            }
            if (inflater.needsDictionary()) {
                throw TextDecoder.malformed(in, "the zlib stream wants a dictionary");
            }
        }
        return utf8.toByteArray();
    }
}
