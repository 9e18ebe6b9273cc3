package dev.inkling.cli;

import dev.inkling.classical.LayoutDescriber;
import dev.inkling.classical.WordCondenser;
import dev.inkling.cli.ProviderName.Kind;
import dev.inkling.onnx.describe.VisionDescriber;
import dev.inkling.onnx.models.ModelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The describers that run in this process. */
final class LocalDescriber {
    private LocalDescriber() {}

    /**
     * Loads a describer; the caller closes it.
     *
     * @param store   the networks that have names
     * @param threads how many threads one picture may keep busy
     */
    static Describing open(ProviderName provider, ModelStore store, int threads) throws IOException {
        if (provider.kind() == Kind.EMBEDDED) {
            return new Describing(new LayoutDescriber(), new WordCondenser(), "");
        }
        VisionDescriber vision = new VisionDescriber(models(provider, store), threads);
        return new Describing(vision, new WordCondenser(), "vision:" + vision.identity(), vision);
    }

    private static List<Path> models(ProviderName provider, ModelStore store) throws IOException {
        List<Path> models = new ArrayList<>();
        for (String name : String.valueOf(provider.detail()).split(",")) {
            models.add(store.resolve(name));
        }
        return models;
    }
}
