package dev.inkling.onnx.clip;

import dev.inkling.ProviderException;
import dev.inkling.onnx.ModelFile;
import dev.inkling.onnx.models.ModelFolder;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Cuts text into the numbered tokens that the text half of a CLIP knows. Immutable. */
public final class Tokenizer {
    private final UnaryOperator<String> normaliser;
    private final TokenModel model;
    private final TokenFrame frame;

    /**
     * @param normaliser what happens to a text before it is cut
     * @param model      cuts it
     * @param frame      what stands around it
     */
    Tokenizer(UnaryOperator<String> normaliser, TokenModel model, TokenFrame frame) {
        this.normaliser = normaliser;
        this.model = model;
        this.frame = frame;
    }

    /**
     * The tokenizer of a model: byte pairs as in CLIP, or a unigram model of SentencePiece as in SigLIP.
     *
     * @param component folder within the model that has {@code tokenizer.json}, or {@code vocab.json} and
     *                  {@code merges.txt}; empty for the model itself
     * @throws ProviderException when they are missing or of another kind
     */
    public static Tokenizer read(ModelFolder folder, String component) throws ProviderException {
        return new TokenizerReader(folder, component).read();
    }

    /**
     * The tokenizer of the published CLIP from its merges alone, {@code bpe_simple_vocab_16e6.txt.gz}: a line of heading,
     * then one pair a line, the most frequent first; may be gzip. It pads with 0.
     *
     * @throws ProviderException when the file is of another kind
     */
    public static Tokenizer ofMerges(ModelFile file) throws ProviderException {
        return BytePairs.tokenizer(MergesFile.published(file));
    }

    /**
     * The tokens of a text between those of its start and end.
     *
     * @param most how many there may be; a longer text is cut before the end
     */
    public long[] encode(String text, int most) {
        return frame.around(model.tokens(normaliser.apply(text)), most);
    }

    /**
     * The same, filled up with the token for padding.
     *
     * @param length how many there are to be
     */
    public long[] padded(String text, int length) {
        long[] tokens = encode(text, length);
        long[] padded = Arrays.copyOf(tokens, length);
        Arrays.fill(padded, tokens.length, length, frame.padding());
        return padded;
    }
}
