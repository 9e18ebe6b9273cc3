package dev.inkling.cli;

import dev.inkling.MalformedBitstreamException;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Lengths before messages, seven bits a byte, low ones first: 300 is {@code ac 02}. */
final class Leb128 {
    private static final int MAX_BYTES = 4;

    private Leb128() {}

    static void write(int number, ByteArrayOutputStream out) {
        int rest = number;
        while (rest >= 0x80) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    /** Takes blocks apart. Not thread-safe. */
    static final class Reader {
        private final byte[] bytes;
        private int position;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean hasMore() {
            return position < bytes.length;
        }

        int position() {
            return position;
        }

        /** The bytes that follow their length. */
        byte[] block() throws MalformedBitstreamException {
            int length = number();
            if (length > bytes.length - position) {
                throw new MalformedBitstreamException(
                        position, "a message of " + length + " bytes, but " + (bytes.length - position) + " are left");
            }
            position += length;
            return Arrays.copyOfRange(bytes, position - length, position);
        }

        private int number() throws MalformedBitstreamException {
            int number = 0;
            for (int i = 0; i < MAX_BYTES && hasMore(); i++) {
                int next = bytes[position++];
                number |= (next & 0x7f) << 7 * i;
                if (next >= 0) {
                    return number;
                }
            }
            throw new MalformedBitstreamException(position, "a message length of more than 4 bytes, or cut short");
        }
    }
}
