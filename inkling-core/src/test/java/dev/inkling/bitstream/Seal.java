package dev.inkling.bitstream;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Puts a valid check behind any bytes, so that the parsers behind the check are reached. */
final class Seal {
    private Seal() {}

    /** A file of the short form: the bytes and their CRC-8. */
    static byte[] brief(byte[] body) {
        byte[] file = Arrays.copyOf(body, body.length + 1);
        file[body.length] = (byte) Check.crc8(body, body.length);
        return file;
    }

    /** A file of the archive form: the magic, the bytes and the CRC-32C. */
    static byte[] archive(byte[] body) {
        byte[] start = join(BitstreamWriter.MAGIC, body);
        return ByteBuffer.allocate(start.length + Integer.BYTES)
                .put(start)
                .putInt(Check.crc32c(start, start.length))
                .array();
    }

    /** What lies before the check of a file of the short form. */
    static byte[] body(byte[] file) {
        return Arrays.copyOf(file, file.length - 1);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
