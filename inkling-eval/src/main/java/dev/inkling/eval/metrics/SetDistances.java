package dev.inkling.eval.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * How far a set of reconstructions is from the set of their sources as a whole: measures of realism. They go by the name
 * of the embedder, never "FID", which means one network. Not thread-safe.
 */
public final class SetDistances {
    private final List<float[]> sources = new ArrayList<>();
    private final List<float[]> reconstructions = new ArrayList<>();

    /** Of no pictures yet. */
    public SetDistances() {}

    /** Adds the embeddings of a pair, by the embedder of all others. */
    public void add(float[] source, float[] reconstruction) {
        sources.add(source.clone());
        reconstructions.add(reconstruction.clone());
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
}
