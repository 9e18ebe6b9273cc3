package dev.inkling.sketch;

import dev.inkling.Sketch;
import java.io.ByteArrayOutputStream;

/**
 * What sketches are compared with: a generic region of JBIG2 (ITU-T T.88, 6.2 and Annex E), coded with the template of 16
 * pixels, its adaptive pixels at their nominal places, and the MQ coder. Its bytes alone, without headers of segments.
 */
public final class Jbig2Region {
    /** Probability, next state after the more and after the less probable symbol, whether they change places. */
    private static final int[][] STATES = {
        {0x5601, 1, 1, 1}, {0x3401, 2, 6, 0}, {0x1801, 3, 9, 0}, {0x0ac1, 4, 12, 0}, {0x0521, 5, 29, 0},
        {0x0221, 38, 33, 0}, {0x5601, 7, 6, 1}, {0x5401, 8, 14, 0}, {0x4801, 9, 14, 0}, {0x3801, 10, 14, 0},
        {0x3001, 11, 17, 0}, {0x2401, 12, 18, 0}, {0x1c01, 13, 20, 0}, {0x1601, 29, 21, 0}, {0x5601, 15, 14, 1},
        {0x5401, 16, 14, 0}, {0x5101, 17, 15, 0}, {0x4801, 18, 16, 0}, {0x3801, 19, 17, 0}, {0x3401, 20, 18, 0},
        {0x3001, 21, 19, 0}, {0x2801, 22, 19, 0}, {0x2401, 23, 20, 0}, {0x2201, 24, 21, 0}, {0x1c01, 25, 22, 0},
        {0x1801, 26, 23, 0}, {0x1601, 27, 24, 0}, {0x1401, 28, 25, 0}, {0x1201, 29, 26, 0}, {0x1101, 30, 27, 0},
        {0x0ac1, 31, 28, 0}, {0x09c1, 32, 29, 0}, {0x08a1, 33, 30, 0}, {0x0521, 34, 31, 0}, {0x0441, 35, 32, 0},
        {0x02a1, 36, 33, 0}, {0x0221, 37, 34, 0}, {0x0141, 38, 35, 0}, {0x0111, 39, 36, 0}, {0x0085, 40, 37, 0},
        {0x0049, 41, 38, 0}, {0x0025, 42, 39, 0}, {0x0015, 43, 40, 0}, {0x0009, 44, 41, 0}, {0x0005, 45, 42, 0},
        {0x0001, 45, 43, 0}, {0x5601, 46, 46, 0},
    };

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final int[] states = new int[1 << 16];
    private final int[] likely = new int[1 << 16];
    private int range = 0x8000;
    private int code;
    private int count = 12;
    private int buffer = -1;

    private Jbig2Region() {}

    /** The bytes of its region. */
    public static byte[] encode(Sketch sketch) {
        Jbig2Region region = new Jbig2Region();
        for (int y = 0; y < sketch.size().height(); y++) {
            for (int x = 0; x < sketch.size().width(); x++) {
                region.encode(sketch.isLine(x, y) ? 1 : 0, context(sketch, x, y));
            }
        }
        region.flush();
        return region.out.toByteArray();
    }

    private static int context(Sketch sketch, int x, int y) {
        int context = 0;
        for (int dx = -2; dx <= 2; dx++) {
            context = 2 * context + (sketch.isLine(x + dx, y - 2) ? 1 : 0);
        }
        for (int dx = -3; dx <= 3; dx++) {
            context = 2 * context + (sketch.isLine(x + dx, y - 1) ? 1 : 0);
        }
        for (int dx = -4; dx <= -1; dx++) {
            context = 2 * context + (sketch.isLine(x + dx, y) ? 1 : 0);
        }
        return context;
    }

    private void encode(int bit, int context) {
        int[] state = STATES[states[context]];
        int probability = state[0];
        range -= probability;
        if (bit == likely[context]) {
            if ((range & 0x8000) != 0) {
                code += probability;
                return;
            }
            if (range < probability) {
                range = probability;
            } else {
                code += probability;
            }
            states[context] = state[1];
        } else {
            if (range < probability) {
                code += probability;
            } else {
                range = probability;
            }
            likely[context] ^= state[3];
            states[context] = state[2];
        }
        while ((range & 0x8000) == 0) {
            range <<= 1;
            code <<= 1;
            if (--count == 0) {
                byteOut();
            }
        }
    }

    private void byteOut() {
        if (buffer == 0xff) {
            stuffed();
        } else if (code < 0x8000000) {
            plain();
        } else {
            buffer++;
            code &= 0x7ffffff;
            if (buffer == 0xff) {
                stuffed();
            } else {
                plain();
            }
        }
    }

    private void stuffed() {
        write(code >> 20);
        code &= 0xfffff;
        count = 7;
    }

    private void plain() {
        write(code >> 19);
        code &= 0x7ffff;
        count = 8;
    }

    /** The byte before may still get a carry, so that it is written one later. */
    private void write(int next) {
        if (buffer >= 0) {
            out.write(buffer);
        }
        buffer = next;
    }

    private void flush() {
        int end = code + range;
        code |= 0xffff;
        if (code >= end) {
            code -= 0x8000;
        }
        code <<= count;
        byteOut();
        code <<= count;
        byteOut();
        // A marker follows in files, FF AC, which is not counted; where the last byte is FF it is the marker's.
        if (buffer != 0xff) {
            write(0xff);
        }
    }
}
