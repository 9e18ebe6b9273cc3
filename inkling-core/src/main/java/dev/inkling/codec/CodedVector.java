package dev.inkling.codec;

import dev.inkling.Calibration;
import dev.inkling.Embedding;
import dev.inkling.Layer;
import dev.inkling.bitstream.BitstreamWriter;
import dev.inkling.bitstream.BitstreamWriter.Written;
import org.jspecify.annotations.Nullable;

/**
 * A file that ends with a vector.
 *
 * @param file   the whole file
 * @param vector what a decoder will read
 */
record CodedVector(Written file, Layer.Vector vector) {
    /**
     * Adds a vector to a file, with or without a calibration, whichever is more exact.
     *
     * @param before      the file so far, which stays as it is
     * @param calibration what is known of such vectors; null when nothing is
     * @param maxBytes    length of the file, which is exceeded only when the coarsest vector does
     */
    static CodedVector best(
            BitstreamWriter before, Embedding embedding, @Nullable Calibration calibration, int maxBytes) {
        CodedVector plain = coded(before, embedding, null, maxBytes);
        return calibration == null
                ? plain
                : plain.orBetter(coded(before, embedding, calibration, maxBytes), embedding, maxBytes);
    }

    private static CodedVector coded(
            BitstreamWriter before, Embedding embedding, @Nullable Calibration calibration, int maxBytes) {
        BitstreamWriter writer = before.fork();
        Layer.Vector vector = writer.vector(embedding, calibration, maxBytes);
        return new CodedVector(writer.finish(), vector);
    }

    /** The one that fits or, when both do, the one with the smaller angle. */
    private CodedVector orBetter(CodedVector other, Embedding embedding, int maxBytes) {
        boolean fits = other.length() <= maxBytes;
        if (fits != length() <= maxBytes) {
            return fits ? other : this;
        }
        return other.vector.embedding().cosine(embedding) >= vector.embedding().cosine(embedding) ? other : this;
    }

    int length() {
        return file.bytes().remaining();
    }
}
