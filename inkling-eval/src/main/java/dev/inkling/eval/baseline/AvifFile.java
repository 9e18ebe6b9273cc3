package dev.inkling.eval.baseline;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The container of AVIF (ISO 23000-22, over ISO 14496-12), as far as it takes to take the AV1 payload of a still
 * picture out and to put it back. Sizes are bytes, numbers big-endian.
 */
final class AvifFile {
    private static final int BOX_HEADER = 8;

    private AvifFile() {}

    /** The AV1 payload: what is in the {@code mdat} box. */
    static byte[] payload(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        while (in.remaining() >= BOX_HEADER) {
            int length = in.getInt(in.position());
            if (length < BOX_HEADER || length > in.remaining()) {
                break;
            }
            if (type(in).equals("mdat")) {
                byte[] payload = new byte[length - BOX_HEADER];
                in.get(in.position() + BOX_HEADER, payload);
                return payload;
            }
            in.position(in.position() + length);
        }
        throw new IllegalArgumentException("the AVIF file has no mdat box");
    }

    private static String type(ByteBuffer box) {
        byte[] type = new byte[4];
        box.get(box.position() + 4, type);
        return new String(type, StandardCharsets.US_ASCII);
    }

    /** Bits of container and payload. */
    static Map<String, Long> parts(byte[] file) {
        int payload = payload(file).length;
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("container", 8L * (file.length - payload));
        parts.put("payload", 8L * payload);
        return parts;
    }

    /** A file with this payload, which alone says what the container needs. */
    static byte[] around(byte[] payload) {
        Av1Sequence sequence = Av1Sequence.read(payload);
        byte[] type = box("ftyp", ascii("avif"), u32(0), ascii("avifmif1miaf"));
        // The offset of the payload takes as many bytes whatever it is.
        int metaLength = meta(sequence, 0, payload.length).length;
        int offset = type.length + metaLength + BOX_HEADER;
        return joined(type, meta(sequence, offset, payload.length), box("mdat", payload));
    }

    private static byte[] meta(Av1Sequence sequence, int offset, int length) {
        return box(
                "meta", u32(0),
                box("hdlr", u32(0), u32(0), ascii("pict"), new byte[13]),
                box("pitm", u32(0), u16(1)),
                box("iloc", u32(0), u16(0x4400), u16(1), u16(1), u16(0), u16(1), u32(offset), u32(length)),
                box("iinf", u32(0), u16(1), box("infe", u32(2 << 24), u16(1), u16(0), ascii("av01"), new byte[1])),
                box("iprp", properties(sequence), box("ipma", u32(0), u32(1), u16(1), new byte[] {3, 1, 2, (byte) 0x83})));
    }

    /** Size, sample depth and decoder configuration, which {@code ipma} refers to by their places. */
    private static byte[] properties(Av1Sequence sequence) {
        byte[] configuration = {
            (byte) 0x81, (byte) (sequence.profile() << 5 | sequence.level()), (byte) (sequence.profile() == 0 ? 12 : 0), 0
        };
        return box(
                "ipco",
                box("ispe", u32(0), u32(sequence.width()), u32(sequence.height())),
                box("pixi", u32(0), new byte[] {3, 8, 8, 8}),
                box("av1C", configuration));
    }

    private static byte[] box(String type, byte[]... contents) {
        byte[] content = joined(contents);
        return joined(u32(BOX_HEADER + content.length), ascii(type), content);
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] u16(int number) {
        return new byte[] {(byte) (number >> 8), (byte) number};
    }

    private static byte[] u32(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }
}
