package dev.inkling.cli;

import dev.inkling.ProviderException;
import dev.inkling.classical.GradientEdges;
import dev.inkling.classical.LayoutDescriber;
import dev.inkling.classical.WordCondenser;
import dev.inkling.codec.Decoder;
import dev.inkling.codec.EncodeStage;
import dev.inkling.codec.Encoder;
import dev.inkling.onnx.EmbeddedGenerator;
import dev.inkling.onnx.OnnxUpscaler;
import dev.inkling.onnx.diffusion.DiffusionGenerator;
import dev.inkling.onnx.diffusion.DiffusionListener;
import dev.inkling.onnx.diffusion.DiffusionSettings;
import dev.inkling.onnx.diffusion.LatentGenerator;
import dev.inkling.onnx.diffusion.Resources;
import dev.inkling.onnx.diffusion.UnclipGenerator;
import dev.inkling.onnx.models.Hub;
import dev.inkling.onnx.models.ModelFolder;
import dev.inkling.onnx.models.ModelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** Chooses the providers and puts them together. */
final class Wiring {
    private final Map<String, String> environment;

    Wiring() {
        this(System.getenv());
    }

    /** @param environment variables that say where services are */
    Wiring(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The services of one command. */
    Services services(ServiceOptions options) {
        return new Services(options, environment);
    }

    /** The networks that the user has. */
    ModelStore models() {
        return ModelStore.of(environment);
    }

    /** Where networks come from. */
    Hub hub() throws ProviderException {
        return Hub.of(environment);
    }

    /** Folder of vectors that take long to make. */
    Path phrases() {
        return ModelStore.caches(environment).resolve("phrases");
    }

    /**
     * A model that is a folder.
     *
     * @param nameOrPath a folder, or the name of a model of the store
     */
    ModelFolder modelFolder(String nameOrPath) throws IOException {
        return new ModelFolder(models().resolve(nameOrPath));
    }

    /** @param generator what rate control looks through */
    Encoder encoder(OpenGenerator generator) {
        return encoder(generator, stage -> {});
    }

    /** @param stages hears which stage of encoding begins */
    Encoder encoder(OpenGenerator generator, Consumer<EncodeStage> stages) {
        return encoder(new Describing(new LayoutDescriber(), new WordCondenser(), ""), generator, stages);
    }

    /** @param describing what makes the words */
    Encoder encoder(Describing describing, OpenGenerator generator, Consumer<EncodeStage> stages) {
        return new Encoder(describing.describer(), describing.condenser(), generator.generator(), stages)
                .withEdges(new GradientEdges());
    }

    /**
     * @param generator makes the pictures
     * @param maxPixels larger pictures are refused
     */
    Decoder decoder(OpenGenerator generator, long maxPixels) {
        return new Decoder(generator.generator(), maxPixels);
    }

    /**
     * The generator that needs no model. It loads ONNX Runtime, which takes a fraction of a second, with its first tiny
     * picture.
     *
     * @param threads  how many threads one picture may keep busy
     * @param terminal is told when the network cannot be loaded
     */
    OpenGenerator embeddedGenerator(int threads, Terminal terminal) {
        EmbeddedGenerator embedded =
                new EmbeddedGenerator(threads, warning -> terminal.errorLine("inkling: note: " + warning));
        return new OpenGenerator(embedded, embedded);
    }

    /**
     * A generator from an ONNX file.
     *
     * @param threads how many threads one picture may keep busy
     */
    OpenGenerator upscaler(Path model, int threads) throws ProviderException {
        OnnxUpscaler upscaler = new OnnxUpscaler(model, threads);
        return new OpenGenerator(upscaler, upscaler);
    }

    /**
     * A generator by latent diffusion, from a folder or the store of models.
     *
     * @param terminal is told when tiny pictures cannot be enlarged by a network
     */
    OpenGenerator diffusion(
            ProviderName name, DiffusionSettings settings, Resources resources, DiffusionListener listener,
            Terminal terminal) throws IOException {
        ModelFolder folder = modelFolder(String.valueOf(name.detail()));
        OpenGenerator enlarger = embeddedGenerator(resources.threads(), terminal);
        LatentGenerator made = name.kind() == ProviderName.Kind.UNCLIP
                ? new UnclipGenerator(folder, settings, resources, enlarger.generator(), listener)
                : new DiffusionGenerator(folder, settings, resources, enlarger.generator(), listener);
        return new OpenGenerator(made, () -> {
            made.close();
            enlarger.close();
        });
    }
}
