package dev.inkling.vector;

import dev.inkling.Calibration;
import dev.inkling.Embedding;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.UnsupportedBitstreamException;
import dev.inkling.entropy.RangeDecoder;
import dev.inkling.entropy.RangeEncoder;

/** The first symbol of a vector layer: the dimension, where it is a usual one, or what follows instead. */
final class VectorKind {
    /** The id of a calibration follows, which has the dimension. */
    static final int CALIBRATED = 0;

    /** The dimension follows. */
    static final int ANY = 1;

    private static final int RESERVED = 2;

    /** Dimensions of the kinds from 3 on: those of the CLIP and SigLIP networks. */
    private static final int[] DIMENSIONS = {512, 768, 1024, 1152, 640, 1280, 384, 1536, 256, 128, 64};

    private static final int[] FREQUENCIES = {6, 1, 1, 16, 16, 9, 6, 2, 2, 1, 1, 1, 1, 1};
    private static final int TOTAL = 64;

    private static final int ID_BYTES = 3;
    private static final int DIMENSION_COUNT = Embedding.MAX_DIMENSION - Embedding.MIN_DIMENSION + 1;

    private VectorKind() {}

    /** Writes that a vector was coded without a calibration. */
    static void encode(int dimension, RangeEncoder out) {
        int kind = of(dimension);
        encodeKind(kind, out);
        if (kind == ANY) {
            encodeAny(dimension, out);
        }
    }

    static void encodeAny(int dimension, RangeEncoder out) {
        out.encodeUniform(dimension - Embedding.MIN_DIMENSION, DIMENSION_COUNT);
    }

    /** Writes that a vector was coded with a calibration. */
    static void encode(Calibration calibration, RangeEncoder out) {
        encodeKind(CALIBRATED, out);
        int id = Integer.parseInt(calibration.id(), 16);
        for (int shift = 8 * ID_BYTES - 8; shift >= 0; shift -= 8) {
            out.encodeUniform(id >> shift & 0xff, 256);
        }
    }

    private static int of(int dimension) {
        for (int i = 0; i < DIMENSIONS.length; i++) {
            if (DIMENSIONS[i] == dimension) {
                return RESERVED + 1 + i;
            }
        }
        return ANY;
    }

    static void encodeKind(int kind, RangeEncoder out) {
        out.encode(start(kind), FREQUENCIES[kind], TOTAL);
    }

    private static int start(int kind) {
        int start = 0;
        for (int i = 0; i < kind; i++) {
            start += FREQUENCIES[i];
        }
        return start;
    }

    static int decode(RangeDecoder in) throws MalformedBitstreamException, UnsupportedBitstreamException {
        int place = in.locate(TOTAL);
        int kind = 0;
        while (start(kind + 1) <= place) {
            kind++;
        }
        in.consume(start(kind), FREQUENCIES[kind], TOTAL);
        if (kind == RESERVED) {
            throw new UnsupportedBitstreamException(
                    "vector coder", String.valueOf(kind), "a newer Inkling will read it");
        }
        return kind;
    }

    /** @param kind other than {@link #CALIBRATED} */
    static int decodeDimension(int kind, RangeDecoder in) throws MalformedBitstreamException {
        if (kind > RESERVED) {
            return DIMENSIONS[kind - RESERVED - 1];
        }
        int dimension = Embedding.MIN_DIMENSION + in.decodeUniform(DIMENSION_COUNT);
        if (of(dimension) != ANY) {
            throw new MalformedBitstreamException(0, "the dimension " + dimension + " has a shorter code");
        }
        return dimension;
    }

    /** The id of a calibration as {@link Calibration#id} has it. */
    static String decodeId(RangeDecoder in) throws MalformedBitstreamException {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < ID_BYTES; i++) {
            id.append(String.format("%02x", in.decodeUniform(256)));
        }
        return id.toString();
    }
}
