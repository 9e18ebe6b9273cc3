package dev.inkling.onnx.diffusion;

import dev.inkling.Layer;
import java.util.List;
import java.util.Optional;

/** What the layers of a file say in words. */
final class Prompt {
    private Prompt() {}

    /** Prose as it is, keywords with commas between; nothing where the file has no words. */
    static Optional<String> of(List<Layer> layers) {
        for (Layer layer : layers) {
            if (layer instanceof Layer.Prose prose) {
                return Optional.of(prose.text());
            }
            if (layer instanceof Layer.Words words) {
                return Optional.of(String.join(", ", words.words()));
            }
        }
        return Optional.empty();
    }
}
