package dev.inkling.text;

import dev.inkling.entropy.RangeEncoder;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Codes UTF-8 as a zlib stream (RFC 1950) of the highest level, whose bytes are all as likely. */
final class ZlibEncoder implements CodedText {
    private final byte[] stream;

    ZlibEncoder(byte[] utf8) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(utf8);
        deflater.finish();
        // Bytes that cannot be compressed are stored, which adds 5 bytes for each 16 kB and 6 for the stream.
        byte[] longest = new byte[utf8.length + utf8.length / 1000 + 64];
        int length = deflater.deflate(longest);
        deflater.end();
        stream = Arrays.copyOf(longest, length);
    }

    @Override
    public void write(int bytes, RangeEncoder out) {
        for (byte value : stream) {
            out.encodeUniform(value & 0xff, 256);
        }
    }
}
