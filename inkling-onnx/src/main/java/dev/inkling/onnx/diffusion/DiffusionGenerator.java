package dev.inkling.onnx.diffusion;

import dev.inkling.Generator;
import dev.inkling.Layer;
import dev.inkling.LayerType;
import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.onnx.clip.Tokenizer;
import dev.inkling.onnx.models.ModelFolder;
import java.util.List;
import java.util.Optional;

/**
 * Makes pictures from words, and from a tiny picture where there is one, with a model such as Stable Diffusion,
 * SD-Turbo or LCM in ONNX, in folders as diffusers has them: {@code text_encoder}, {@code unet}, {@code vae_decoder},
 * for tiny pictures {@code vae_encoder}, each with {@code model.onnx}; {@code tokenizer}; {@code
 * scheduler/scheduler_config.json}.
 *
 * <p>Words are the prompt. A tiny picture is enlarged by another generator, and a part of it gives way to noise.
 * Pictures are made at the area that the model was trained on and brought to their size by interpolation.
 *
 * <p>Thread-safe; one picture is made at a time. The same layers, settings and seed give nearly the same picture on
 * every machine, for the noise is specified; not exactly the same, for networks compute with floats.
 */
public final class DiffusionGenerator implements LatentGenerator {
    private final LatentPainter painter;
    private final DiffusionSettings settings;
    private final Generator enlarger;
    private final ModelFolder folder;

    /**
     * Reads the configuration of a model; its networks are loaded with the first picture.
     *
     * @param enlarger enlarges tiny pictures to begin from
     * @throws ProviderException when something is missing or not known here; the message says what
     */
    public DiffusionGenerator(
            ModelFolder folder, DiffusionSettings settings, Resources resources, Generator enlarger,
            DiffusionListener listener) throws ProviderException {
        this.painter = new LatentPainter(folder, settings, resources, listener);
        this.folder = folder;
        this.settings = settings;
        this.enlarger = enlarger;
    }

    @Override
    public synchronized Generated generate(List<Layer> layers, ImageSize size) throws ProviderException {
        Optional<String> words = Prompt.of(layers);
        boolean hasPicture = layers.stream().anyMatch(Layer.Picture.class::isInstance);
        if (words.isEmpty() && !hasPicture) {
            throw folder.failure("needs words or a tiny picture, which this file does not have; an unCLIP model makes"
                    + " pictures of vectors");
        }
        Tokenizer tokenizer = painter.tokenizer();
        PromptTokens prompt = PromptTokens.of(tokenizer, words.orElse(""));
        Conditioning conditioning = painter.encode(prompt, PromptTokens.of(tokenizer, settings.negative()));
        Autoencoder autoencoder = painter.autoencoder(size);
        TinyStart start = painter.start(layers, autoencoder, enlarger);
        return new Generated(
                painter.paint(autoencoder, conditioning, start, size), prompt.notes(folder.name()));
    }

    @Override
    public boolean understands(Layer layer) {
        return layer.type() == LayerType.TEXT || layer.type() == LayerType.PICTURE;
    }

    @Override
    public String identity() throws ProviderException {
        return "diffusion:" + painter.identity() + " " + settings;
    }

    @Override
    public synchronized void close() throws ProviderException {
        painter.close();
    }
}
