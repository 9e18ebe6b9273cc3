package dev.inkling.eval.metrics;

import dev.inkling.ProviderException;
import dev.inkling.image.Raster;

/**
 * Cosine of the CLIP embeddings of source and reconstruction, known as CLIP-SIM: whether both show the same. Higher is
 * closer; -1 to 1, and 1 for equal pictures. Values of different CLIP models cannot be compared.
 *
 * @param encoder the image half of CLIP
 */
record ClipSimilarity(ClipImageEncoder encoder) implements Metric {
    @Override
    public double measure(Raster source, Raster reconstruction) throws ProviderException {
        return ClipVectors.dot(encoder.embed(source), encoder.embed(reconstruction));
    }

    @Override
    public String name() {
        return "clip-sim";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public String model() {
        return encoder.model();
    }

    @Override
    public void close() {
        encoder.close();
    }
}
