package dev.inkling.eval;

import dev.inkling.eval.metrics.Embedder;
import dev.inkling.image.Raster;
import java.util.concurrent.atomic.AtomicInteger;

/** Embeds a picture as the means of its three channels. */
final class MeanColour implements Embedder {
    /** How many pictures were embedded. */
    final AtomicInteger calls = new AtomicInteger();

    @Override
    public float[] embed(Raster picture) {
        calls.incrementAndGet();
        float[] means = new float[3];
        for (int y = 0; y < picture.size().height(); y++) {
            for (int x = 0; x < picture.size().width(); x++) {
                for (int channel = 0; channel < 3; channel++) {
                    means[channel] += picture.sample(x, y, channel) / 255f / picture.size().pixels();
                }
            }
        }
        return means;
    }

    @Override
    public String model() {
        return "mean colour";
    }

    @Override
    public void close() {}
}
