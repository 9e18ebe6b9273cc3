package dev.inkling.eval.metrics;

import dev.inkling.ProviderException;
import dev.inkling.image.Raster;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a set of reconstructions is from the set of their sources as a whole: measures of realism. They have the name
 * of the embedder, never "FID", which means one network. Not thread-safe.
 */
public final class SetDistances {
    private final Embedder embedder;
    private final List<float[]> sources = new ArrayList<>();
    private final List<float[]> reconstructions = new ArrayList<>();

    /** @param embedder what makes vectors of pictures; stays the caller's */
    public SetDistances(Embedder embedder) {
        this.embedder = embedder;
    }

    /** Adds a pair, which may be of different sizes. */
    public void add(Raster source, Raster reconstruction) throws ProviderException {
        float[] embedded = embedder.embed(source);
        reconstructions.add(embedder.embed(reconstruction));
        sources.add(embedded);
    }

    /**
     * The Fréchet distance, 0 or more; lower is closer. Depends on the number of pictures.
     *
     * @throws IllegalArgumentException when fewer than two pairs were added
     */
    public double frechet() {
        return FrechetDistance.between(sources, reconstructions);
    }

    /**
     * The kernel distance; lower is closer, about 0 is nearest.
     *
     * @throws IllegalArgumentException when fewer than two pairs were added
     */
    public double kernel() {
        return KernelDistance.between(sources, reconstructions);
    }

    /** File name and SHA-256 of the embedder. */
    public String model() {
        return embedder.model();
    }
}
