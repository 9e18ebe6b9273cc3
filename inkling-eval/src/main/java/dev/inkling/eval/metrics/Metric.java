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
     * @throws IllegalArgumentException when the pictures have different sizes or are too small for this metric
     */
    double measure(Raster source, Raster reconstruction) throws ProviderException;

    /** File name and SHA-256 of the model behind it; empty when there is none. */
    String model();

    @Override
    void close();
}
