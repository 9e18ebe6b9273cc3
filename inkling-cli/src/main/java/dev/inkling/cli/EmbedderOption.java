package dev.inkling.cli;

import dev.inkling.onnx.models.ModelFolder;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a CLIP. */
final class EmbedderOption {
    static final String NAME = "--embedder";

    /** What to say where it is missing. */
    static final String NEEDED =
            NAME + " MODEL, a CLIP as a folder of ONNX files or a model of the store (inkling models list)";

    @Option(
            names = NAME,
            order = 13,
            paramLabel = "MODEL",
            description = {
                "CLIP that makes vectors of pictures and, where a picture is made, words of vectors: a folder of ONNX"
                        + " files or a model of the store (see inkling models); files do not say which made them"
                        + " (default: none)"
            })
    private @Nullable String model;

    boolean isGiven() {
        return model != null;
    }

    /** The folder; ask only where it is given. */
    ModelFolder folder(Wiring wiring) throws IOException {
        return wiring.modelFolder(String.valueOf(model));
    }
}
