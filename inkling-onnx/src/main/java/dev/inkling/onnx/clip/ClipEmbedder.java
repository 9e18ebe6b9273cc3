package dev.inkling.onnx.clip;

import dev.inkling.Embedder;
import dev.inkling.Embedding;
import dev.inkling.ProviderException;
import dev.inkling.image.Raster;
import dev.inkling.onnx.models.ModelFolder;
import dev.inkling.onnx.pixels.PicturePreparation;
import java.io.Closeable;
import java.util.Map;

/**
 * The image half of a CLIP (Radford et al. 2021) or of its kin, such as SigLIP (Zhai et al. 2023), from an ONNX folder as
 * Hugging Face lays it out: {@code onnx/vision_model.onnx}, or {@code onnx/model.onnx} with both halves;
 * {@code preprocessor_config.json} and {@code config.json}.
 *
 * <p>The network takes {@code pixel_values}, {@code N x 3 x H x W}, and returns {@code image_embeds} or
 * {@code pooler_output}, {@code N x D}. Thread-safe, but close it only when no call is running. The same picture gives
 * nearly the same vector on every machine, not exactly the same: networks compute with floats.
 */
public final class ClipEmbedder implements Embedder, Closeable {
    private final PicturePreparation preparation;
    private final Tower tower;

    /**
     * Loads the image half.
     *
     * @param threads how many threads one picture may keep busy, 1 or more
     * @throws ProviderException when a file is missing or not of such a model; the message says what was expected
     */
    public ClipEmbedder(ModelFolder folder, int threads) throws ProviderException {
        preparation = PicturePreparation.read(folder);
        tower = Tower.open(folder, threads, "vision", Tower.PIXELS, "image_embeds");
    }

    @Override
    public Embedding embed(Raster picture) throws ProviderException {
        return tower.run(Map.of(Tower.PIXELS, preparation.tensor(picture)), 1).get(0);
    }

    /** File name and SHA-256 of the network. */
    public String model() {
        return tower.model();
    }

    /** Frees the network. */
    @Override
    public void close() throws ProviderException {
        tower.close();
    }
}
