package dev.inkling.cli;

import dev.inkling.ProviderException;
import dev.inkling.classical.ClassicalGenerator;
import dev.inkling.classical.LayoutDescriber;
import dev.inkling.classical.WordCondenser;
import dev.inkling.codec.Decoder;
import dev.inkling.codec.EncodeStage;
import dev.inkling.codec.Encoder;
import dev.inkling.onnx.OnnxUpscaler;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Chooses the providers and puts them together. */
final class Wiring {
    Encoder encoder() {
        return encoder(stage -> {});
    }

    /** @param stages hears which stage of encoding begins */
    Encoder encoder(Consumer<EncodeStage> stages) {
        return new Encoder(new LayoutDescriber(), new WordCondenser(), new ClassicalGenerator(), stages);
    }

    /**
     * @param generator makes the pictures
     * @param maxPixels larger pictures are refused
     */
    Decoder decoder(OpenGenerator generator, long maxPixels) {
        return new Decoder(generator.generator(), maxPixels);
    }

    /** The generator that needs no model. */
    OpenGenerator embeddedGenerator() {
        return new OpenGenerator(new ClassicalGenerator(), () -> {});
    }

    /**
     * A generator from an ONNX file. Only this loads ONNX Runtime, which takes a fraction of a second.
     *
     * @param threads how many threads one picture may keep busy
     */
    OpenGenerator upscaler(Path model, int threads) throws ProviderException {
        OnnxUpscaler upscaler = new OnnxUpscaler(model, threads);
        return new OpenGenerator(upscaler, upscaler);
    }
}
