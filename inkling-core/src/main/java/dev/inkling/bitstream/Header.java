package dev.inkling.bitstream;

import dev.inkling.LayerType;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.UnsupportedBitstreamException;
import dev.inkling.image.ImageSize;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first bytes of a file: version, set of layers and size of the picture in one to six bytes.
 *
 * <p>First byte: {@code VV LLL SSS}. V is the version. L is the set of layers: 1 text, 2 picture, 3 text and picture,
 * 4 vector, 5 picture and vector, 6 text and sketch; 0 says that a byte with one bit a layer follows; 7 is a vector of
 * no picture, whose S is 0. S is the size: 0 to 5 one of {@link CommonSizes#FIRST}, 6 says that a byte with an index of
 * {@link CommonSizes#TABLE} follows, 7 that width and height follow, two bytes each, most significant first.
 *
 * @param size size of the picture; null for a vector of no picture
 */
record Header(Set<LayerType> layers, @Nullable ImageSize size) {
    /** The version that this code writes and reads. */
    static final int VERSION = 1;

    private static final int TABLE_CODE = 6;
    private static final int EXPLICIT_CODE = 7;

    /** The whole first byte of a vector of no picture. */
    private static final int VECTOR_ALONE = VERSION << 6 | 7 << 3;

    /** Sets of layers by code, as bits of wire ids; 0 where there is none. */
    private static final int[] LAYER_SETS = {0, 0b0001, 0b0010, 0b0011, 0b0100, 0b0110, 0b1001, 0};

    byte[] toBytes() {
        return size == null ? new byte[] {(byte) VECTOR_ALONE} : toBytes(size);
    }

    private byte[] toBytes(ImageSize size) {
        byte[] bytes = new byte[6];
        int set = bits(layers);
        int code = indexOf(set);
        int n = 1;
        if (code == 0) {
            bytes[n++] = (byte) set;
        }
        int sizeCode = CommonSizes.FIRST.indexOf(size);
        if (sizeCode < 0) {
            int index = CommonSizes.TABLE.indexOf(size);
            sizeCode = index < 0 ? EXPLICIT_CODE : TABLE_CODE;
            if (index >= 0) {
                bytes[n++] = (byte) index;
            } else {
                bytes[n++] = (byte) (size.width() >> 8);
                bytes[n++] = (byte) size.width();
                bytes[n++] = (byte) (size.height() >> 8);
                bytes[n++] = (byte) size.height();
            }
        }
        bytes[0] = (byte) (VERSION << 6 | code << 3 | sizeCode);
        return Arrays.copyOf(bytes, n);
    }

    private static int bits(Set<LayerType> layers) {
        return layers.stream().mapToInt(type -> 1 << type.wireId()).sum();
    }

    private static int indexOf(int set) {
        for (int i = 1; i < LAYER_SETS.length; i++) {
            if (LAYER_SETS[i] == set) {
                return i;
            }
        }
        return 0;
    }

    /**
     * Reads the header of a file whose check has passed.
     *
     * @param at  index of the first byte
     * @param end index after the last byte of the payload
     */
    static Header read(byte[] bytes, int at, int end) throws MalformedBitstreamException, UnsupportedBitstreamException {
        Cursor cursor = new Cursor(bytes, at, end);
        int first = cursor.next();
        refuseOtherVersions(first >> 6);
        if ((first & VECTOR_ALONE) == VECTOR_ALONE) {
            return vectorAlone(first, at);
        }
        int set = LAYER_SETS[first >> 3 & 7];
        if (set == 0) {
            set = cursor.next();
        }
        ImageSize size = size(first & 7, cursor);
        Header header = new Header(layers(set, at), size);
        if (!Arrays.equals(header.toBytes(), Arrays.copyOfRange(bytes, at, cursor.position))) {
            throw new MalformedBitstreamException(at, "the header is longer than it needs to be");
        }
        return header;
    }

    private static Header vectorAlone(int first, int at) throws MalformedBitstreamException {
        if (first != VECTOR_ALONE) {
            throw new MalformedBitstreamException(at, "a vector of no picture, but the size code " + (first & 7));
        }
        return new Header(EnumSet.of(LayerType.VECTOR), null);
    }

    private static void refuseOtherVersions(int version) throws UnsupportedBitstreamException {
        if (version < VERSION) {
            throw new UnsupportedBitstreamException(
                    "format version", version + " (too old)", "this decoder knows version " + VERSION);
        }
        if (version > VERSION) {
            throw new UnsupportedBitstreamException(
                    "format version", version + " (too new)",
                    "this decoder knows version " + VERSION + "; a newer Inkling will read it");
        }
    }

    private static ImageSize size(int code, Cursor cursor) throws MalformedBitstreamException {
        if (code < TABLE_CODE) {
            return CommonSizes.FIRST.get(code);
        }
        if (code == TABLE_CODE) {
            int index = cursor.next();
            if (index >= CommonSizes.TABLE.size()) {
                throw new MalformedBitstreamException(cursor.position - 1L, "no picture size has the code " + index);
            }
            return CommonSizes.TABLE.get(index);
        }
        int width = cursor.next() << 8 | cursor.next();
        int height = cursor.next() << 8 | cursor.next();
        if (width == 0 || height == 0) {
            throw new MalformedBitstreamException(cursor.position - 4L, "a picture of " + width + "x" + height);
        }
        return new ImageSize(width, height);
    }

    private static Set<LayerType> layers(int set, int at)
            throws MalformedBitstreamException, UnsupportedBitstreamException {
        Set<LayerType> layers = EnumSet.noneOf(LayerType.class);
        for (LayerType type : LayerType.values()) {
            if ((set >> type.wireId() & 1) == 1) {
                layers.add(type);
            }
        }
        if (bits(layers) != set) {
            throw new UnsupportedBitstreamException(
                    "layer", "a layer with an id above 3", "this decoder knows text, picture, vector and sketch");
        }
        if (layers.isEmpty()) {
            throw new MalformedBitstreamException(at, "a file without layers");
        }
        return layers;
    }

    private static final class Cursor {
        private final byte[] bytes;
        private final int end;
        private int position;

        Cursor(byte[] bytes, int position, int end) {
            this.bytes = bytes;
            this.position = position;
            this.end = end;
        }

        int next() throws MalformedBitstreamException {
            if (position >= end) {
                throw new MalformedBitstreamException(position, "the header goes on, but the bytes end here");
            }
            return bytes[position++] & 0xff;
        }
    }
}
