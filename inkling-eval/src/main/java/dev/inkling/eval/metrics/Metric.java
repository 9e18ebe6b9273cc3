package dev.inkling.eval.metrics;

import dev.inkling.ProviderException;
import dev.inkling.image.Raster;

/** Measures a reconstruction, most often against its source. Thread-safe. Closed by whoever made it. */
public interface Metric extends AutoCloseable {
    /** Name on the command line and in results, such as {@code ms-ssim}. */
    String name();

    /** Whether a higher value is a nearer or more realistic reconstruction. */
    boolean higherIsBetter();

    /**
     * The value for one pair.
     *
     * @throws ProviderException        when the model behind it fails
     * @throws IllegalArgumentException when the pictures have different sizes, or nothing that this metric can measure
     */
    double measure(Raster source, Raster reconstruction) throws ProviderException;

    /**
     * The value for one pair and the words that the file holds. Only {@code clip-score} looks at words; it has no value
     * without them.
     *
     * @throws ProviderException        when the model behind it fails
     * @throws IllegalArgumentException when the pictures have different sizes, or nothing that this metric can measure
     */
    default double measure(Raster source, Raster reconstruction, String text) throws ProviderException {
        return measure(source, reconstruction);
    }

    /** File name and SHA-256 of the model behind it; empty when there is none. */
    String model();

    @Override
    void close();
}
