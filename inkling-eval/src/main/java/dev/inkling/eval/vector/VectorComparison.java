package dev.inkling.eval.vector;

import dev.inkling.Calibration;
import dev.inkling.Embedding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Codes vectors with several coders, decodes the files again, and measures angles. Immutable. */
public final class VectorComparison {
    private static final int MAX_BITS = 4;

    private final List<Embedding> vectors;
    private final List<VectorCodec> codecs = new ArrayList<>();

    /**
     * What one coder did with all vectors at one rate.
     *
     * @param codec            name of the coder
     * @param vectors          how many there were
     * @param bytes            mean length of a file
     * @param bitsPerDimension mean rate of the files
     * @param cosine           mean cosine of the angle between a vector and its reconstruction
     * @param decibels         how far the distortion {@code 1 - cosine^2} lies above {@code 2^(-2 bitsPerDimension)}, the
     *                         bound for Gaussian directions
     * @param encodeMillis     mean time to encode
     * @param decodeMillis     mean time to decode
     */
    public record Row(
            String codec, int vectors, double bytes, double bitsPerDimension, double cosine, double decibels,
            double encodeMillis, double decodeMillis) {}

    /**
     * A comparison of Inkling at some rates with the published codes.
     *
     * @param vectors     of one dimension
     * @param calibration learnt from other vectors of their kind; null for none
     * @param rates       bits for each dimension, each 0.1 to 4
     */
    public VectorComparison(List<Embedding> vectors, @Nullable Calibration calibration, List<Double> rates) {
        this.vectors = List.copyOf(vectors);
        rates.forEach(rate -> codecs.add(new LayerCodec(rate, null)));
        if (calibration != null) {
            rates.forEach(rate -> codecs.add(new LayerCodec(rate, calibration)));
        }
        for (int bits = 1; bits <= MAX_BITS; bits++) {
            codecs.add(new ScalarCodec(vectors.get(0).dimension(), bits));
        }
    }

    /** Number of rows: coders and rates. */
    public int size() {
        return codecs.size();
    }

    /** @param progress called after each row */
    public List<Row> run(Runnable progress) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (VectorCodec codec : codecs) {
            rows.add(row(codec));
            progress.run();
        }
        return rows;
    }

    private Row row(VectorCodec codec) throws IOException {
        long bytes = 0;
        double cosines = 0;
        long encoding = 0;
        long decoding = 0;
        for (Embedding vector : vectors) {
            long start = System.nanoTime();
            byte[] file = codec.encode(vector);
            long between = System.nanoTime();
            Embedding decoded = codec.decode(file);
            encoding += between - start;
            decoding += System.nanoTime() - between;
            bytes += file.length;
            cosines += decoded.cosine(vector);
        }
        double count = vectors.size();
        double rate = Byte.SIZE * bytes / count / vectors.get(0).dimension();
        double cosine = cosines / count;
        return new Row(
                codec.name(), vectors.size(), bytes / count, rate, cosine, decibels(cosine, rate),
                encoding / 1e6 / count, decoding / 1e6 / count);
    }

    private static double decibels(double cosine, double rate) {
        return 10 * Math.log10((1 - cosine * cosine) * Math.pow(4, rate));
    }
}
