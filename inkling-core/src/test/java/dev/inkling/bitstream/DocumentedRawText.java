package dev.inkling.bitstream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decodes a raw text layer as {@code docs/format.md} says, with nothing but the document, and keeps a trace: the foreign
 * check of the range coder. It shares no code with the decoder.
 */
final class DocumentedRawText {
    private static final long FULL = 0xffff_ffffL;

    private final byte[] payload;
    private final List<String> trace = new ArrayList<>();
    private final int[] ones = new int[2048];
    private final int[] seen = new int[2048];
    private int position;
    private long low;
    private long range = FULL;
    private long code;
    private String text = "";

    /** @param kinds frequencies of the kinds of a text layer */
    DocumentedRawText(byte[] payload, int[] kinds) {
        this.payload = payload;
        for (int i = 0; i < 4; i++) {
            code = 256 * code + next();
        }
        Arrays.fill(ones, 32768);
        run(kinds);
    }

    String text() {
        return text;
    }

    /** One line for each of the first decisions. */
    List<String> trace(int lines) {
        return trace.subList(0, lines);
    }

    private int next() {
        int value = position < payload.length ? payload[position] & 0xff : 0;
        position++;
        return value;
    }

    private void run(int[] kinds) {
        int[] starts = new int[kinds.length + 1];
        for (int i = 0; i < kinds.length; i++) {
            starts[i + 1] = starts[i] + kinds[i];
        }
        int kind = symbol("kind", starts);
        if (kind != 2) {
            throw new IllegalArgumentException("this is text of kind " + kind + ", not raw prose");
        }
        ByteArrayOutputStream utf8 = new ByteArrayOutputStream();
        for (int value = value(0); value != 255; value = value(value)) {
            utf8.write(value);
        }
        text = utf8.toString(StandardCharsets.UTF_8);
    }

    /** One byte after another one. */
    private int value(int before) {
        int node = 1;
        while (node < 256) {
            int at = before / 32 * 256 + node;
            int p = Math.max(64, Math.min(65536 - 64, ones[at]));
            int bit = 1 - symbol("bit", new int[] {0, p, 65536});
            seen[at] = Math.min(32, seen[at] + 1);
            int shift = 32 - Integer.numberOfLeadingZeros(seen[at]);
            ones[at] += Math.floorDiv(65536 * bit - ones[at], 1 << shift);
            node = 2 * node + bit;
        }
        return node - 256;
    }

    /** A symbol of a table of running sums. */
    private int symbol(String what, int[] starts) {
        int total = starts[starts.length - 1];
        long unit = range / total;
        long place = Math.min((code - low) / unit, total - 1);
        int symbol = 0;
        while (starts[symbol + 1] <= place) {
            symbol++;
        }
        int start = starts[symbol];
        int frequency = starts[symbol + 1] - start;
        low += unit * start;
        range = start + frequency == total ? range - unit * start : unit * frequency;
        StringBuilder read = new StringBuilder();
        while (true) {
            boolean sameTop = low >> 24 == low + range - 1 >> 24;
            if (!sameTop) {
                if (range >= 65536) {
                    break;
                }
                range = 65536 - low % 65536;
            }
            int value = next();
            read.append(String.format(" %02x", value));
            code = code * 256 % (FULL + 1) + value;
            low = low * 256 % (FULL + 1);
            range *= 256;
        }
        int shown = what.equals("bit") ? 1 - symbol : symbol;
        trace.add(String.format("| %s | %d | %d | %d | %d | %d | `%08x` | `%08x` |%s |",
                what, total, place, start, frequency, shown, low, range, read));
        return symbol;
    }
}
