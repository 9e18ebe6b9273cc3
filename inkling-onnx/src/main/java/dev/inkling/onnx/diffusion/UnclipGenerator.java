package dev.inkling.onnx.diffusion;

import dev.inkling.Generator;
import dev.inkling.Layer;
import dev.inkling.LayerType;
import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.onnx.Tensor;
import dev.inkling.onnx.clip.Tokenizer;
import dev.inkling.onnx.models.ModelFolder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes pictures from CLIP vectors with a Stable unCLIP model in ONNX: laid out as for {@link DiffusionGenerator}, its
 * U-Net with an input {@code class_labels}; besides, {@code image_normalizer/diffusion_pytorch_model.safetensors} with
 * {@code mean} and {@code std}, and {@code image_noising_scheduler/scheduler_config.json}.
 *
 * <p>Words of a file are the prompt, which is empty without. A tiny picture, which here is a map of colours, is what
 * the picture begins from, and its colours are held on to at each step.
 *
 * <p>Thread-safe; one picture is made at a time. As reproducible as {@link DiffusionGenerator}.
 */
public final class UnclipGenerator implements LatentGenerator {
    private final LatentPainter painter;
    private final EmbeddingNoise noise;
    private final DiffusionSettings settings;
    private final Generator enlarger;
    private final ModelFolder folder;

    /**
     * Reads the configuration of a model; its networks are loaded with the first picture.
     *
     * @param enlarger enlarges maps of colours
     * @throws ProviderException when something is missing or not known here; the message says what
     */
    public UnclipGenerator(
            ModelFolder folder, DiffusionSettings settings, Resources resources, Generator enlarger,
            DiffusionListener listener) throws ProviderException {
        this.painter = new LatentPainter(folder, settings, resources, listener);
        this.noise = EmbeddingNoise.read(folder);
        this.folder = folder;
        this.settings = settings;
        this.enlarger = enlarger;
    }

    @Override
    public synchronized Generated generate(List<Layer> layers, ImageSize size) throws ProviderException {
        // Noise of its own: seeds of pictures are small numbers, and their complements are not.
        float[] told = noise.told(vector(layers).embedding(), new GaussianNoise(~settings.seed()));
        Tokenizer tokenizer = painter.tokenizer();
        PromptTokens prompt = PromptTokens.of(tokenizer, Prompt.of(layers).orElse(""));
        Conditioning words = painter.encode(prompt, PromptTokens.of(tokenizer, settings.negative()));
        Conditioning conditioning =
                new Conditioning(with(words.wanted(), told), with(words.unwanted(), new float[noise.count()]));
        Autoencoder autoencoder = painter.autoencoder(size);
        TinyStart start = painter.start(layers, autoencoder, enlarger);
        return new Generated(
                painter.paint(autoencoder, conditioning, start, size), prompt.notes(folder.name()));
    }

    @Override
    public boolean understands(Layer layer) {
        return layer.type() != LayerType.SKETCH;
    }

    private Layer.Vector vector(List<Layer> layers) throws ProviderException {
        for (Layer layer : layers) {
            if (layer instanceof Layer.Vector vector) {
                return vector;
            }
        }
        throw folder.failure("needs a vector, which this file does not have; other models make pictures of words");
    }

    private static Map<String, Tensor> with(Map<String, Tensor> words, float[] told) {
        Map<String, Tensor> all = new HashMap<>(words);
        all.put(UNet.CLASS, Tensor.ofFloats(told, 1, told.length));
        return all;
    }

    @Override
    public String identity() throws ProviderException {
        return "unclip:" + painter.identity() + " " + settings;
    }

    @Override
    public synchronized void close() throws ProviderException {
        painter.close();
    }
}
