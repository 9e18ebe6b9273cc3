package dev.inkling.codec;

import dev.inkling.Calibration;
import dev.inkling.Condenser;
import dev.inkling.Describer;
import dev.inkling.EdgeDetector;
import dev.inkling.Embedder;
import dev.inkling.Generator;
import dev.inkling.Layer;
import dev.inkling.ProviderException;
import dev.inkling.bitstream.BitstreamWriter;
import dev.inkling.bitstream.BitstreamWriter.Written;
import dev.inkling.image.Raster;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns pictures into files. Immutable and thread-safe. */
public final class Encoder {
    /** Most words of a description, and of a keyword list. */
    static final int MOST_WORDS = 40;

    private final Describer describer;
    private final Condenser condenser;
    private final Generator generator;
    private final Consumer<EncodeStage> stages;
    private final @Nullable EdgeDetector edges;
    private final @Nullable VectorProfiles vectors;

    /**
     * @param describer makes the text layer
     * @param condenser makes keyword lists
     * @param generator the generator that rate control looks through when it picks the tiny picture
     */
    public Encoder(Describer describer, Condenser condenser, Generator generator) {
        this(describer, condenser, generator, stage -> {});
    }

    /**
     * The same with a listener.
     *
     * @param stages hears which stage begins, on the thread that encodes; the last one ends when the encoder returns
     */
    public Encoder(Describer describer, Condenser condenser, Generator generator, Consumer<EncodeStage> stages) {
        this(describer, condenser, generator, stages, null, null);
    }

    private Encoder(
            Describer describer, Condenser condenser, Generator generator, Consumer<EncodeStage> stages,
            @Nullable EdgeDetector edges, @Nullable VectorProfiles vectors) {
        this.describer = describer;
        this.condenser = condenser;
        this.generator = generator;
        this.stages = stages;
        this.edges = edges;
        this.vectors = vectors;
    }

    /** The same encoder for sketches too, which are drawn from the edges that the detector finds. */
    public Encoder withEdges(EdgeDetector detector) {
        return new Encoder(describer, condenser, generator, stages, detector, vectors);
    }

    /**
     * The same encoder for the profiles with a vector too.
     *
     * @param embedder    makes the vectors
     * @param calibration what is known of such vectors, which a vector unlike them may do better without; null for none
     */
    public Encoder withVectors(Embedder embedder, @Nullable Calibration calibration) {
        return new Encoder(
                describer, condenser, generator, stages, edges,
                new VectorProfiles(embedder, calibration, generator, stages));
    }

    /**
     * Encodes a picture.
     *
     * @throws BudgetTooSmallException  when no file of the profile is as small as asked
     * @throws ProviderException        when the describer, condenser, generator, embedder or detector fails
     * @throws IllegalArgumentException when the profile needs what this encoder was not given
     */
    public Encoded encode(Raster picture, EncodeOptions options) throws ProviderException {
        Written written = options.profile().hasVector() ? withVector(picture, options) : withoutVector(picture, options);
        byte[] bitstream = new byte[written.bytes().remaining()];
        written.bytes().get(bitstream);
        return new Encoded(bitstream, written.contents(), written.budget());
    }

    private Written withVector(Raster picture, EncodeOptions options) throws ProviderException {
        if (vectors == null) {
            throw new IllegalArgumentException("the profile " + options.profile().label() + " takes an embedder");
        }
        return vectors.encode(picture, options);
    }

    private Written withoutVector(Raster picture, EncodeOptions options) throws ProviderException {
        int limit = options.rate().maxBytes(picture.size(), 0);
        stages.accept(EncodeStage.SHRINKING);
        if (options.profile() != Profile.PICTURE) {
            BitstreamWriter.preloadText();
        }
        View view = new View(picture);
        return switch (options.profile()) {
            case TEXT -> text(view, limit, options);
            case KEYWORDS -> keywords(view, limit, options);
            case PICTURE -> pictureAlone(view, limit, options);
            case HYBRID -> hybrid(view, limit, options);
            case SKETCH -> sketch(view, limit, options);
            case CLIP, CLIP_COLOR -> throw new AssertionError(options.profile());
        };
    }

    private static BitstreamWriter writer(View view, EncodeOptions options) {
        return new BitstreamWriter(view.source(), options.archive());
    }

    /** A file with a text layer alone. */
    private Written file(View view, EncodeOptions options, Layer text) {
        stages.accept(EncodeStage.TEXT_LAYER);
        BitstreamWriter writer = writer(view, options);
        writer.text(text, options.coder());
        return writer.finish();
    }

    private static int length(Written file) {
        return file.bytes().remaining();
    }

    private Written text(View view, int limit, EncodeOptions options) throws ProviderException {
        int words = MOST_WORDS;
        while (true) {
            Written file = file(view, options, description(view, words));
            if (length(file) <= limit) {
                return file;
            }
            if (words == 1) {
                return shortestText(view, limit, options);
            }
            words = fewer(words, length(file), limit, options);
        }
    }

    /** A usual sentence may take fewer bytes than a single word, so where one word is too much all lengths are tried. */
    private Written shortestText(View view, int limit, EncodeOptions options) throws ProviderException {
        Written shortest = file(view, options, description(view, 1));
        for (int words = 2; words <= MOST_WORDS; words++) {
            Written file = file(view, options, description(view, words));
            shortest = length(file) < length(shortest) ? file : shortest;
        }
        if (length(shortest) > limit) {
            throw new BudgetTooSmallException(limit, length(shortest), options.profile().label());
        }
        return shortest;
    }

    private Written keywords(View view, int limit, EncodeOptions options) throws ProviderException {
        stages.accept(EncodeStage.DESCRIBING);
        String description = describer.describe(view.picture(), MOST_WORDS);
        int words = MOST_WORDS;
        while (true) {
            stages.accept(EncodeStage.DESCRIBING);
            List<String> kept = condenser.condense(description, words);
            Written file = file(view, options, new Layer.Keywords(kept));
            if (length(file) <= limit) {
                return file;
            }
            words = fewer(Math.min(words, kept.size()), length(file), limit, options);
        }
    }

    private static int fewer(int words, int length, int limit, EncodeOptions options) {
        if (words == 1) {
            throw new BudgetTooSmallException(limit, length, options.profile().label());
        }
        return Math.max(1, Math.min(words - 1, words * limit / length + 1));
    }

    private Written pictureAlone(View view, int limit, EncodeOptions options) throws ProviderException {
        stages.accept(EncodeStage.PICTURE_SEARCH);
        return picture(view, Ladder.of(view), limit, limit, options, writer(view, options));
    }

    /**
     * @param limit most bytes for this file
     * @param asked most bytes that the user asked for, for messages
     */
    private Written picture(
            View view, List<Rung> ladder, int limit, int asked, EncodeOptions options, BitstreamWriter prefix)
            throws ProviderException {
        RateControl control = new RateControl(view, ladder, generator, prefix, stages);
        if (control.smallest() > limit) {
            throw new BudgetTooSmallException(
                    asked, control.smallest() + asked - limit, options.profile().label());
        }
        return control.best(limit, options.effort()).finish();
    }

    private Written hybrid(View view, int limit, EncodeOptions options) throws ProviderException {
        CompletableFuture<List<Rung>> ladder = CompletableFuture.supplyAsync(() -> Ladder.of(view));
        int share = TextShare.of(limit);
        Layer text = description(view, TextShare.words(share));
        stages.accept(EncodeStage.TEXT_LAYER);
        BitstreamWriter prefix = writer(view, options);
        prefix.text(text, options.coder());
        int textBytes = length(prefix.finish());
        int held = limit;
        if (TextShare.hasNext(share)) {
            // Where more words are about to begin, the picture waits for them: it never gets smaller as the budget grows.
            Layer next = description(view, TextShare.words(share + 1));
            int nextBytes = length(file(view, options, next));
            held = Math.min(limit, TextShare.begin(share + 1) - 1 - Math.max(0, nextBytes - textBytes));
        }
        stages.accept(EncodeStage.PICTURE_SEARCH);
        return picture(view, ladder.join(), held, limit, options, prefix);
    }

    private Written sketch(View view, int limit, EncodeOptions options) throws ProviderException {
        if (edges == null) {
            throw new IllegalArgumentException("sketches are drawn from edges: see withEdges");
        }
        BitstreamWriter prefix = writer(view, options);
        prefix.text(description(view, TextShare.words(TextShare.of(limit))), options.coder());
        stages.accept(EncodeStage.SKETCH_SEARCH);
        return new SketchSearch(view, edges, prefix).best(limit);
    }

    private Layer description(View view, int words) throws ProviderException {
        stages.accept(EncodeStage.DESCRIBING);
        return new Layer.Prose(describer.describe(view.picture(), words));
    }
}
