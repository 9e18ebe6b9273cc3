package dev.inkling.onnx.clip;

import dev.inkling.Generator;
import dev.inkling.Layer;
import dev.inkling.LayerType;
import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Puts words in the place of a vector for a generator that knows nothing of vectors; a note says so. Words that the file
 * has itself are better, and stay alone. Thread-safe.
 */
public final class DescribingGenerator implements Generator {
    private final Generator painter;
    private final NearestDescription descriptions;
    private final Consumer<String> stages;

    /**
     * @param painter      makes the pictures
     * @param descriptions finds the words; the caller closes it
     * @param stages       hears which stage begins: describing or generating
     */
    public DescribingGenerator(Generator painter, NearestDescription descriptions, Consumer<String> stages) {
        this.painter = painter;
        this.descriptions = descriptions;
        this.stages = stages;
    }

    @Override
    public boolean understands(Layer layer) {
        return true;
    }

    @Override
    public Generated generate(List<Layer> layers, ImageSize size) throws ProviderException {
        boolean hasText = layers.stream().anyMatch(layer -> layer.type() == LayerType.TEXT);
        List<Layer> known = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Layer layer : layers) {
            if (painter.understands(layer)) {
                known.add(layer);
            } else if (layer instanceof Layer.Vector vector && !hasText) {
                stages.accept("describing");
                NearestDescription.Found found = descriptions.describe(vector.embedding());
                known.add(0, new Layer.Prose(found.text()));
                notes.add(String.format(Locale.ROOT, "words for the vector: \"%s\" (cosine %.3f)", found.text(),
                        found.cosine()));
            }
        }
        stages.accept("generating");
        Generated generated = painter.generate(known, size);
        notes.addAll(generated.notes());
        return new Generated(generated.picture(), notes);
    }
}
