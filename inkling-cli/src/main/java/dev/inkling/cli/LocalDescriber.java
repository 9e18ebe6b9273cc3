package dev.inkling.cli;

import dev.inkling.classical.LayoutDescriber;
import dev.inkling.classical.WordCondenser;
import dev.inkling.onnx.describe.CaptionDescriber;
import dev.inkling.onnx.describe.VisionDescriber;
import dev.inkling.onnx.models.ModelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens describers that run in this process; the caller closes them.
 *
 * @param models  what networks are looked up in
 * @param threads how many threads one picture may keep busy
 */
record LocalDescriber(ModelStore models, int threads) {
    static Describing embedded() {
        return new Describing(new LayoutDescriber(), new WordCondenser(), "");
    }

    /** @param names files, folders or names of models, divided by commas */
    Describing vision(String names) throws IOException {
        List<Path> networks = new ArrayList<>();
        for (String name : names.split(",")) {
            networks.add(models.resolve(name));
        }
        VisionDescriber vision = new VisionDescriber(networks, threads);
        return new Describing(vision, new WordCondenser(), "vision:" + vision.identity(), vision);
    }

    /**
     * @param name  a folder, or the name of a model
     * @param beams how many texts are followed at a time; null for as many as the model says
     */
    Describing caption(String name, @Nullable Integer beams) throws IOException {
        Path folder = models.resolve(name);
        CaptionDescriber caption = beams == null
                ? new CaptionDescriber(folder, threads)
                : new CaptionDescriber(folder, threads, beams);
        return new Describing(caption, new WordCondenser(), "caption:" + caption.identity(), caption);
    }
}
