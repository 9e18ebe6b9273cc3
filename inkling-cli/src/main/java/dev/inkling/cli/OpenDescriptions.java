package dev.inkling.cli;

import dev.inkling.Calibration;
import dev.inkling.Generator;
import dev.inkling.codec.Decoder;
import dev.inkling.codec.TextMessage;
import dev.inkling.onnx.clip.DescribingGenerator;
import dev.inkling.onnx.clip.NearestDescription;
import dev.inkling.onnx.models.ModelFolder;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a decoder knows of vectors, until it is closed.
 *
 * @param descriptions finds words for them; null where nobody asks for words
 * @param calibrations what they may have been coded with
 */
record OpenDescriptions(@Nullable NearestDescription descriptions, List<Calibration> calibrations)
        implements Closeable {
    /** Words that are tried. */
    private static final int VOCABULARY = 2048;

    /** @param folder the CLIP that finds words; null for none */
    static OpenDescriptions of(
            Environment environment, @Nullable ModelFolder folder, int threads, List<Calibration> calibrations) {
        if (folder == null) {
            return new OpenDescriptions(null, calibrations);
        }
        PhraseProgress progress = new PhraseProgress(environment.terminal(), VOCABULARY);
        return new OpenDescriptions(
                new NearestDescription(
                        folder, TextMessage.usualWords(VOCABULARY), environment.wiring().phrases(), threads, progress),
                calibrations);
    }

    /**
     * A decoder for such vectors.
     *
     * @param stages hears whether words are looked for, or the picture is made
     */
    Decoder decoder(Generator generator, long maxPixels, Consumer<String> stages) {
        Generator able = descriptions == null ? generator : new DescribingGenerator(generator, descriptions, stages);
        return new Decoder(able, maxPixels, calibrations);
    }

    /** Names all that the pictures depend on; empty where no vector is read. */
    String identity() throws IOException {
        String known = calibrations.stream().map(Calibration::id).collect(Collectors.joining(","));
        return (descriptions == null ? "" : " embedder=" + descriptions.model())
                + (known.isEmpty() ? "" : " calibrations=" + known);
    }

    @Override
    public void close() throws IOException {
        if (descriptions != null) {
            descriptions.close();
        }
    }
}
