package dev.inkling.eval.metrics;

import dev.inkling.ProviderException;
import dev.inkling.image.Raster;

/**
 * A hundred times the cosine of the CLIP embeddings of the reconstruction and of words, at least 0 (Hessel, Holtzman,
 * Forbes, Le Bras, Choi 2021; they multiply by 2.5 instead): whether the picture shows what the words say. Higher is
 * better; 0 to 100, seldom above 40. Values of different CLIP models cannot be compared.
 *
 * @param images the image half of CLIP
 * @param words  the text half of the same CLIP
 */
record ClipScore(ClipImageEncoder images, ClipTextEncoder words) implements Metric {
    @Override
    public double measure(Raster source, Raster reconstruction) {
        throw new IllegalArgumentException("clip-score needs the words of the file, and it has none");
    }

    @Override
    public double measure(Raster source, Raster reconstruction, String text) throws ProviderException {
        float[] seen = images.embed(reconstruction);
        float[] said = words.embed(text);
        if (seen.length != said.length) {
            throw new ProviderException(model(), false,
                    "embeddings of " + seen.length + " and " + said.length + " numbers are not of one CLIP");
        }
        return Math.max(0, 100 * ClipVectors.dot(seen, said));
    }

    @Override
    public String name() {
        return "clip-score";
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    @Override
    public String model() {
        return images.model() + ", " + words.model();
    }

    @Override
    public void close() {
        words.close();
        images.close();
    }
}
