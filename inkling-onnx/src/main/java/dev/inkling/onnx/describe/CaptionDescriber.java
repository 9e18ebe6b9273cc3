package dev.inkling.onnx.describe;

import dev.inkling.Describer;
import dev.inkling.ProviderException;
import dev.inkling.image.Raster;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.models.ModelFolder;
import dev.inkling.onnx.pixels.PicturePreparation;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Describes pictures with a captioner from a folder in the Hugging Face layout: an encoder that looks at the picture, and
 * a decoder that says one token after another. docs/describer.md lists the kinds that are known.
 *
 * <p>Thread-safe, but close it only when no call is running.
 */
public final class CaptionDescriber implements Describer, Closeable {
    /** Most texts that are followed at a time. */
    public static final int MOST_BEAMS = CaptionRules.MOST_BEAMS;

    /** Only models that are asked a question about the picture have it. */
    private static final String EMBEDDER = "embed_tokens";

    private final ModelFolder folder;
    private final TokenNames names;
    private final CaptionRules rules;
    private final OpenNetworks networks;
    private final CaptionEncoder encoder;
    private final TextDecoder decoder;
    /** By content and for as long as a caller holds the picture: encoders ask for several lengths. */
    private final Map<Raster, String> known = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * Loads a captioner that searches as it was made to.
     *
     * @param model   folder with {@code config.json}, {@code preprocessor_config.json}, a tokenizer and ONNX files
     * @param threads how many threads one picture may keep busy, 1 or more
     * @throws ProviderException when something is missing or of a kind that is not known; the message says what was
     *                           expected and found
     */
    public CaptionDescriber(Path model, int threads) throws ProviderException {
        this(new ModelFolder(model), threads, 0);
    }

    /**
     * The same with another number of beams.
     *
     * @param beams how many texts are followed at a time, 1 (the most probable token each time) to {@link #MOST_BEAMS}
     */
    public CaptionDescriber(Path model, int threads, int beams) throws ProviderException {
        this(new ModelFolder(model), threads, checked(beams));
    }

    private static int checked(int beams) {
        if (beams < 1 || beams > MOST_BEAMS) {
            throw new IllegalArgumentException(beams + " beams");
        }
        return beams;
    }

    /** @param beams 0 for as many as the model says */
    private CaptionDescriber(ModelFolder folder, int threads, int beams) throws ProviderException {
        this.folder = folder;
        PicturePreparation preparation = PicturePreparation.read(folder);
        this.names = new TokenNames(folder);
        CaptionRules own = CaptionRules.read(folder);
        this.rules = beams == 0 ? own : own.withBeams(beams);
        this.networks = new OpenNetworks(folder, threads);
        try {
            Network embedder = networks.has(EMBEDDER) ? networks.open(EMBEDDER) : null;
            encoder = embedder == null
                    ? new PlainEncoder(networks.open("encoder_model", "vision_model"), preparation)
                    : new PromptedEncoder(preparation, names, embedder, networks);
            decoder = CaptionDecoders.open(networks, embedder);
        } catch (ProviderException e) {
            networks.close();
            throw e;
        }
    }

    @Override
    public String describe(Raster picture, int maxWords) throws ProviderException {
        if (maxWords < 1) {
            throw new IllegalArgumentException("maxWords " + maxWords + " is less than 1");
        }
        String caption = known.get(picture);
        if (caption == null) {
            caption = CaptionText.cleaned(
                    names.text(new BeamSearch(decoder, rules).run(encoder.encode(picture))), folder);
            known.put(picture, caption);
        }
        return CaptionText.atMost(maxWords, caption);
    }

    /** Names the model by its content and how it is searched, for results. */
    public String identity() {
        return networks.identity() + " beams=" + rules.beams();
    }

    /** Frees the networks. */
    @Override
    public void close() throws ProviderException {
        networks.close();
    }
}
