package dev.inkling.onnx.clip;

import dev.inkling.Embedding;
import dev.inkling.ProviderException;
import dev.inkling.onnx.Tensor;
import dev.inkling.onnx.TensorType;
import dev.inkling.onnx.models.ModelFolder;
import java.io.Closeable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The text half of a CLIP or of its kin, from the same folder as {@link ClipEmbedder}: {@code onnx/text_model.onnx}, or
 * {@code onnx/model.onnx} with both halves; a tokenizer and {@code config.json}.
 *
 * <p>The network takes {@code input_ids}, {@code N x L}, and perhaps {@code attention_mask}, and returns
 * {@code text_embeds} or {@code pooler_output}, {@code N x D}. Thread-safe, but close it only when no call is running.
 */
public final class ClipTextEmbedder implements Closeable {
    /** Cosine of vectors that differ by rounding alone, in quantised networks too. */
    private static final double SAME = 0.9995;

    private final Tokenizer tokenizer;
    private final Tower tower;
    private final int context;
    private final boolean takesSeveral;
    private final boolean spared;

    /**
     * Loads the text half.
     *
     * @param threads how many threads one call may keep busy, 1 or more
     * @throws ProviderException when a file is missing or not of such a model; the message says what was expected
     */
    public ClipTextEmbedder(ModelFolder folder, int threads) throws ProviderException {
        tokenizer = Tokenizer.read(folder, "");
        tower = Tower.open(folder, threads, "text", Tower.TOKENS, "text_embeds");
        context = tower.config().context(tower.side(Tower.TOKENS, 1));
        takesSeveral = tower.side(Tower.TOKENS, 0) == TensorType.ANY;
        spared = tower.side(Tower.TOKENS, 1) == TensorType.ANY && looksAway();
    }

    /** Whether padding changes nothing, as in CLIP, where no token looks at later ones. */
    private boolean looksAway() throws ProviderException {
        List<String> probe = List.of("a photo of a cat");
        Embedding padded = together(probe, context).get(0);
        return together(probe, length(probe)).get(0).cosine(padded) > SAME;
    }

    private int length(List<String> texts) {
        return texts.stream().mapToInt(text -> tokenizer.encode(text, context).length).max().orElse(context);
    }

    /** The vector of a text, which is cut after as many tokens as the model takes. */
    public Embedding embed(String text) throws ProviderException {
        return embed(List.of(text)).get(0);
    }

    /** The vectors of texts, in their order; faster than one by one where the network takes several at a time. */
    public List<Embedding> embed(List<String> texts) throws ProviderException {
        if (takesSeveral || texts.size() == 1) {
            return together(texts, spared ? length(texts) : context);
        }
        Embedding[] embeddings = new Embedding[texts.size()];
        for (int i = 0; i < embeddings.length; i++) {
            embeddings[i] = embed(texts.get(i));
        }
        return List.of(embeddings);
    }

    /** @param length tokens of each text, padding included */
    private List<Embedding> together(List<String> texts, int length) throws ProviderException {
        long[] tokens = new long[texts.size() * length];
        long[] mask = new long[tokens.length];
        for (int i = 0; i < texts.size(); i++) {
            int start = i * length;
            int said = tokenizer.encode(texts.get(i), length).length;
            System.arraycopy(tokenizer.padded(texts.get(i), length), 0, tokens, start, length);
            Arrays.fill(mask, start, start + (tower.config().siglip() ? length : said), 1);
        }
        Map<String, Tensor> values = new HashMap<>();
        values.put(Tower.TOKENS, Tensor.ofIntegers(tokens, texts.size(), length));
        if (tower.hasInput(Tower.MASK)) {
            values.put(Tower.MASK, Tensor.ofIntegers(mask, texts.size(), length));
        }
        return tower.run(values, texts.size());
    }

    /** File name and SHA-256 of the network. */
    public String model() {
        return tower.model();
    }

    /** Frees the network. */
    @Override
    public void close() throws ProviderException {
        tower.close();
    }
}
