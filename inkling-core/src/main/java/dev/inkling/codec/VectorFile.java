package dev.inkling.codec;

import dev.inkling.Calibration;
import dev.inkling.Embedding;
import dev.inkling.Layer;
import dev.inkling.UnsupportedBitstreamException;
import dev.inkling.bitstream.BitstreamReader;
import dev.inkling.bitstream.BitstreamWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that holds one vector and nothing else, not even the size of a picture.
 *
 * @param bytes  the file, read-only
 * @param vector what a decoder will read
 */
public record VectorFile(ByteBuffer bytes, Layer.Vector vector) {
    /** Lowest rate, in bits for each dimension. */
    public static final double MIN_RATE = 0.1;

    /** Highest rate. */
    public static final double MAX_RATE = 4;

    /**
     * Codes a vector as exactly as a rate allows.
     *
     * @param rate        bits of the whole file for each dimension, {@link #MIN_RATE} to {@link #MAX_RATE}: the file
     *                    has at most {@code ceil(rate * dimension / 8)} bytes
     * @param calibration what is known of such vectors, which a vector unlike them may do better without; null for none
     * @throws BudgetTooSmallException  when no file of such a vector is that small
     * @throws IllegalArgumentException when the rate is none, or the calibration is for another dimension
     */
    public static VectorFile encode(Embedding embedding, double rate, @Nullable Calibration calibration) {
        if (!(rate >= MIN_RATE && rate <= MAX_RATE)) {
            throw new IllegalArgumentException(
                    "bits for each dimension must be " + MIN_RATE + " to " + MAX_RATE + ", found " + rate);
        }
        int maxBytes = (int) Math.ceil(rate * embedding.dimension() / Byte.SIZE);
        CodedVector best = CodedVector.best(new BitstreamWriter(null, false), embedding, calibration, maxBytes);
        if (best.length() > maxBytes) {
            throw new BudgetTooSmallException(maxBytes, best.length(), embedding);
        }
        return new VectorFile(best.file().bytes(), best.vector());
    }

    /** Cosine of the angle between a vector and what a decoder will read. */
    public double cosine(Embedding original) {
        return vector.embedding().cosine(original);
    }

    /**
     * Reads the vector of a file, which may hold other layers.
     *
     * @param calibrations those at hand
     * @throws dev.inkling.MalformedBitstreamException when it is not a valid file
     * @throws UnsupportedBitstreamException           when it is too new, has no vector, or needs a calibration that is
     *                                                 not at hand
     */
    public static Layer.Vector decode(byte[] file, List<Calibration> calibrations) throws IOException {
        for (Layer layer : BitstreamReader.read(file, calibrations).contents().layers()) {
            if (layer instanceof Layer.Vector vector) {
                return vector;
            }
        }
        throw new UnsupportedBitstreamException(
                "layers", "no vector", "this file has other layers; inkling info shows them");
    }
}
