package dev.inkling.onnx.diffusion;

import dev.inkling.Generator;
import dev.inkling.Layer;
import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import dev.inkling.onnx.ModelFile;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.Tensor;
import dev.inkling.onnx.clip.Tokenizer;
import dev.inkling.onnx.models.ModelFolder;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What all latent diffusion has in common: words to states, pictures to latents, noise to latents, latents to pictures.
 * Not thread-safe.
 */
final class LatentPainter implements Closeable {
    private static final double USUAL_GUIDANCE = 7.5;

    /** As Stable unCLIP is run. */
    private static final double VECTOR_GUIDANCE = 10;

    /** As the consistency model of Luo et al. is run. */
    private static final double EMBEDDED_GUIDANCE = 8;

    private static final int USUAL_GUIDANCE_WAVES = 256;

    private final ModelFolder folder;
    private final ModelFacts facts;
    private final DiffusionSettings settings;
    private final Components components;
    private final DiffusionListener listener;
    private final int count;
    private @Nullable Tokenizer tokenizer;

    LatentPainter(ModelFolder folder, DiffusionSettings settings, Resources resources, DiffusionListener listener)
            throws ProviderException {
        this.folder = folder;
        this.facts = ModelFacts.read(folder);
        this.settings = settings;
        this.listener = listener;
        this.components = new Components(folder, resources, listener);
        this.count = settings.steps(facts.scheduler().isDistilled());
        if (count > facts.scheduler().mostSteps()) {
            throw folder.failure("it takes at most " + facts.scheduler().mostSteps() + " steps, but " + count
                    + " are asked for");
        }
    }

    /** How a picture of this size becomes a latent. */
    Autoencoder autoencoder(ImageSize wanted) {
        return facts.autoencoder(wanted);
    }

    /** The tokenizer of its words, which is read once. */
    Tokenizer tokenizer() throws ProviderException {
        Tokenizer known = tokenizer;
        if (known == null) {
            known = Tokenizer.read(folder, "tokenizer");
            tokenizer = known;
        }
        return known;
    }

    /** The states of what is wanted and of what is not. */
    Conditioning encode(PromptTokens prompt, PromptTokens negative) throws ProviderException {
        return components.use("text_encoder", network -> {
            TextEncoder encoder = new TextEncoder(network);
            return new Conditioning(
                    Map.of(UNet.TEXT, encoder.encode(prompt.parts())),
                    Map.of(UNet.TEXT, encoder.encode(negative.parts())));
        });
    }

    /** What there is to begin from; null where the file has no tiny picture. */
    @Nullable TinyStart start(List<Layer> layers, Autoencoder autoencoder, Generator enlarger) throws ProviderException {
        for (Layer layer : layers) {
            if (layer instanceof Layer.Picture picture) {
                Raster enlarged = enlarger.generate(layers, autoencoder.pictureSize()).picture();
                return TinyStart.of(picture, components.use(
                        "vae_encoder", network -> autoencoder.encode(network, enlarged)));
            }
        }
        return null;
    }

    /**
     * A picture of exactly the size wanted.
     *
     * @param start what to begin from; null for noise alone
     */
    Raster paint(Autoencoder autoencoder, Conditioning conditioning, @Nullable TinyStart start, ImageSize size)
            throws ProviderException {
        LatentShape shape = autoencoder.shape();
        boolean hasVector = conditioning.wanted().containsKey(UNet.CLASS);
        List<SamplingStep> steps = facts.scheduler().steps(count, start == null ? 1 : settings.strength(hasVector));
        UnaryOperator<float[]> guide =
                start == null ? UnaryOperator.identity() : start.guide(shape, settings.colours(hasVector));
        Sampling sampling = new Sampling(facts.scheduler(), steps, settings.seed(), guide, listener);
        float[] latent = components.use("unet", network -> sampling.run(
                start == null ? null : start.latent(), shape.count(), denoiser(network, shape, conditioning)));
        Raster made = components.use("vae_decoder", network -> autoencoder.decode(network, latent));
        boolean shrinks = size.width() < made.width() && size.height() < made.height();
        return Resampler.resize(made, size, shrinks ? Kernel.LANCZOS : Kernel.CUBIC);
    }

    private Denoiser denoiser(Network network, LatentShape shape, Conditioning conditioning) throws ProviderException {
        UNet unet = UNet.of(network, shape);
        boolean hasVector = conditioning.wanted().containsKey(UNet.CLASS);
        if (hasVector != network.hasInput(UNet.CLASS)) {
            throw network.file().failure(hasVector
                    ? "it has no input " + UNet.CLASS + ", so that it makes no pictures of vectors"
                    : "it has an input " + UNet.CLASS + ", so that it makes pictures of vectors, not of words");
        }
        if (network.hasInput(UNet.GUIDANCE)) {
            Map<String, Tensor> inputs = new HashMap<>(conditioning.wanted());
            inputs.put(UNet.GUIDANCE, guidance(network));
            return unet.with(inputs);
        }
        double usual = hasVector ? VECTOR_GUIDANCE : USUAL_GUIDANCE;
        double weight = settings.guidance(facts.scheduler().isDistilled() ? 1 : usual);
        return weight > 1
                ? unet.with(conditioning.wanted(), conditioning.unwanted(), weight)
                : unet.with(conditioning.wanted());
    }

    /** Models that were distilled with guidance are told how much (Meng et al. 2023). */
    private Tensor guidance(Network network) throws ProviderException {
        long[] shape = network.inputShape(UNet.GUIDANCE);
        int waves = shape.length == 2 && shape[1] > 0 ? (int) shape[1] : USUAL_GUIDANCE_WAVES;
        double number = 1000 * (settings.guidance(EMBEDDED_GUIDANCE) - 1);
        return Tensor.ofFloats(UNet.waves(number, waves, 1), 1, waves);
    }

    /** Name of the model, and one hash of all its files that count. */
    String identity() throws ProviderException {
        List<Path> files = new ArrayList<>(components.files());
        ModelFacts.FILES.forEach(name -> folder.find(name).ifPresent(files::add));
        List<ModelFile> models = new ArrayList<>();
        for (Path file : files) {
            models.add(ModelFile.of(file));
        }
        return folder.name() + " sha256:" + ModelFile.sha256(models);
    }

    @Override
    public void close() throws ProviderException {
        components.close();
    }
}
