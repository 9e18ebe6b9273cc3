package dev.inkling.cli;

import dev.inkling.classical.LayoutDescriber;
import dev.inkling.classical.WordCondenser;
import dev.inkling.cli.ProviderName.Kind;
import dev.inkling.onnx.describe.VisionDescriber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The describers that run in this process. */
final class LocalDescriber {
    private LocalDescriber() {}

    /**
     * Loads a describer; the caller closes it.
     *
     * @param threads how many threads one picture may keep busy
     */
    static Describing open(ProviderName provider, int threads) throws IOException {
        if (provider.kind() == Kind.EMBEDDED) {
            return new Describing(new LayoutDescriber(), new WordCondenser(), "");
        }
        VisionDescriber vision = new VisionDescriber(models(provider), threads);
        return new Describing(vision, new WordCondenser(), "vision:" + vision.identity(), vision);
    }

    private static List<Path> models(ProviderName provider) throws IOException {
        List<Path> models = new ArrayList<>();
        for (String name : String.valueOf(provider.detail()).split(",")) {
            Path model = FileNames.path(name);
            if (!Files.exists(model)) {
                throw new NoSuchFileException(name);
            }
            models.add(model);
        }
        return models;
    }
}
