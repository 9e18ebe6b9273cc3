package dev.inkling.onnx;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * Reads the fields of a message in Protocol Buffers' wire format (protobuf.dev, "Encoding") one after the other. What is
 * skipped is not read, so that a file of gigabytes takes no longer than its small fields. Not thread-safe.
 */
final class ProtobufReader implements Closeable {
    /** Wire types; groups, which are 3 and 4, no model has. */
    static final int VARINT = 0;

    static final int FIXED64 = 1;
    static final int LENGTH = 2;
    static final int FIXED32 = 5;

    private static final int MOST_VARINT_BITS = 64;

    private final SeekableByteChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).limit(0);
    private final long size;
    private long bufferEnd;

    ProtobufReader(SeekableByteChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    /** The bytes are no message. */
    static final class MalformedException extends IOException {
        private static final long serialVersionUID = 1;

        MalformedException(long offset, String reason) {
            super("at byte " + offset + ", " + reason);
        }
    }

    /** Bytes of the file. */
    long size() {
        return size;
    }

    /** Bytes from the start of the file to what is read next. */
    long position() {
        return bufferEnd - buffer.remaining();
    }

    /** The tag of a field: its number, 1 or more, times 8, and its wire type. */
    int tag() throws IOException {
        long tag = varint();
        if (tag < 8 || tag > 0xffff_ffffL) {
            throw malformed("there is no field " + Long.toUnsignedString(tag));
        }
        return (int) tag;
    }

    /** Unsigned, least significant bits first, seven in a byte: {@code 96 01} is 150. */
    long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < MOST_VARINT_BITS; shift += 7) {
            byte next = next();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw malformed("a number has more than 64 bits");
    }

    /**
     * Begins a field of bytes.
     *
     * @param end where the message that has it ends
     * @return where the field ends
     */
    long fieldEnd(long end) throws IOException {
        long length = varint();
        if (length < 0 || length > end - position()) {
            throw malformed("a field of " + Long.toUnsignedString(length) + " bytes is longer than what has it");
        }
        return position() + length;
    }

    /**
     * A field of text.
     *
     * @param end  where it ends
     * @param most bytes; longer text is malformed
     */
    String text(long end, int most) throws IOException {
        if (end - position() > most) {
            throw malformed("a text is longer than " + most + " bytes");
        }
        byte[] bytes = new byte[(int) (end - position())];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = next();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * Skips the content of a field.
     *
     * @param wireType of its tag
     * @param end      where the message that has it ends
     */
    void skip(int wireType, long end) throws IOException {
        switch (wireType) {
            case VARINT -> varint();
            case FIXED64 -> seek(position() + Long.BYTES, end);
            case LENGTH -> seek(fieldEnd(end), end);
            case FIXED32 -> seek(position() + Integer.BYTES, end);
            default -> throw malformed("there is no wire type " + wireType);
        }
    }

    private void seek(long target, long end) throws IOException {
        if (target > end) {
            throw malformed("a field is longer than what has it");
        }
        long ahead = target - position();
        if (ahead <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) ahead);
        } else {
            buffer.limit(0);
            bufferEnd = target;
        }
    }

    private byte next() throws IOException {
        if (!buffer.hasRemaining()) {
            refill();
        }
        return buffer.get();
    }

    private void refill() throws IOException {
        buffer.clear();
        file.position(bufferEnd);
        int read = file.read(buffer);
        buffer.flip();
        if (read <= 0) {
            throw malformed("it ends in the middle of a field");
        }
        bufferEnd += read;
    }

    MalformedException malformed(String reason) {
        return new MalformedException(position(), reason);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
