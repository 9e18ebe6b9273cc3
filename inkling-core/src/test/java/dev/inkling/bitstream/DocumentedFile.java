package dev.inkling.bitstream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes a file apart as {@code docs/format.md} says, with nothing but the document: the foreign check of header and
 * framing. It shares no code with the reader.
 */
final class DocumentedFile {
    private static final String[] LAYER_SETS = {
        null, "text", "picture", "text and picture", "vector", "picture and vector", "text and sketch", "vector"
    };

    private final byte[] file;
    private final List<String> first;
    private final List<String> table;
    private final List<Segment> segments = new ArrayList<>();
    private int position;

    /** Bytes that belong together, and what they say. */
    record Segment(int from, int to, String meaning) {}

    /**
     * @param first the sizes of size codes 0 to 5, as {@code 1024x1024}
     * @param table the sizes of the table
     */
    DocumentedFile(byte[] file, List<String> first, List<String> table) {
        this.file = file;
        this.first = first;
        this.table = table;
        boolean archive = file.length >= 8 && file[0] == '.' && file[1] == 'I' && file[2] == 'N' && file[3] == 'K';
        if (archive) {
            take(4, "magic `.INK`");
        }
        header();
        int check = archive ? 4 : 1;
        take(file.length - check - position, "payload");
        take(check, archive ? archiveCheck() : briefCheck());
    }

    List<Segment> segments() {
        return segments;
    }

    /** The bytes of the range-coded message. */
    byte[] payload() {
        Segment segment = segments.get(segments.size() - 2);
        return Arrays.copyOfRange(file, segment.from, segment.to);
    }

    private void take(int length, String meaning) {
        segments.add(new Segment(position, position + length, meaning));
        position += length;
    }

    private int at(int index) {
        return file[index] & 0xff;
    }

    private void header() {
        int head = at(position);
        int set = head >> 3 & 7;
        int size = head & 7;
        String layers = set == 0 ? "layer set follows" : "layers " + LAYER_SETS[set];
        String coded = set == 7 ? "no size" : size < 6 ? "size code " + size + " = " + first.get(size)
                : size == 6 ? "size index follows" : "width and height follow";
        take(1, "version " + (head >> 6) + ", " + layers + ", " + coded);
        if (set == 0) {
            take(1, "layer set " + Integer.toBinaryString(at(position)));
        }
        if (set == 7) {
            return;
        }
        if (size == 6) {
            take(1, "size index " + at(position) + " = " + table.get(at(position)));
        } else if (size == 7) {
            take(2, "width " + (256 * at(position) + at(position + 1)));
            take(2, "height " + (256 * at(position) + at(position + 1)));
        }
    }

    /** Divides the message by the polynomial, bit by bit, as on paper. */
    private String briefCheck() {
        int remainder = 0xff;
        for (int bit = 0; bit < 8 * position; bit++) {
            int top = remainder >> 7 ^ at(bit / 8) >> 7 - bit % 8 & 1;
            remainder = remainder << 1 & 0xff;
            remainder ^= top == 1 ? 0x2f : 0;
        }
        return remainder == at(position) ? "CRC-8" : "wrong CRC-8";
    }

    private String archiveCheck() {
        long remainder = 0xffff_ffffL;
        for (int i = 0; i < position; i++) {
            remainder ^= at(i);
            for (int bit = 0; bit < 8; bit++) {
                remainder = remainder >> 1 ^ ((remainder & 1) == 1 ? 0x82f6_3b78L : 0);
            }
        }
        long found = 0;
        for (int i = 0; i < 4; i++) {
            found = found << 8 | at(position + i);
        }
        return (remainder ^ 0xffff_ffffL) == found ? "CRC-32C" : "wrong CRC-32C";
    }
}
