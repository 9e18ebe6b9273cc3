package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.image.Raster;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.Tensor;
import dev.inkling.onnx.pixels.PicturePreparation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * An encoder that is asked a question about the picture, as Florence-2 is (Xiao et al. 2023, arXiv 2311.06242): what it sees
 * and the question go through the encoder of a text together.
 */
final class PromptedEncoder implements CaptionEncoder {
    /** The question that this family was trained to answer with a short caption, as its tokenizer cuts it. */
    private static final List<String> QUESTION = List.of(
            "<s>", "What", "\u0120does", "\u0120the", "\u0120image", "\u0120describe", "?", "</s>");

    private final PicturePreparation preparation;
    private final Tensor question;
    private final Network vision;
    private final Network embedder;
    private final Network encoder;

    /**
     * Opens the networks.
     *
     * @param embedder makes vectors of tokens
     * @throws ProviderException when one of them is missing, or the tokenizer does not know the question
     */
    PromptedEncoder(PicturePreparation preparation, TokenNames names, Network embedder, OpenNetworks networks)
            throws ProviderException {
        this.preparation = preparation;
        long[] tokens = new long[QUESTION.size()];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = names.token(QUESTION.get(i));
        }
        this.question = Tensor.ofIntegers(tokens, 1, tokens.length);
        this.embedder = embedder;
        this.vision = networks.open("vision_encoder");
        this.encoder = networks.open("encoder_model");
    }

    @Override
    public Tensor encode(Raster picture) throws ProviderException {
        Tensor seen = PlainEncoder.run(vision, Map.of(PlainEncoder.PIXELS, preparation.tensor(picture)));
        Tensor joined = joined(seen, PlainEncoder.run(embedder, Map.of("input_ids", question)));
        long[] mask = new long[Math.toIntExact(joined.shape()[1])];
        Arrays.fill(mask, 1);
        return PlainEncoder.run(
                encoder, Map.of("inputs_embeds", joined, "attention_mask", Tensor.ofIntegers(mask, 1, mask.length)));
    }

    /** Two lists of vectors in one. */
    private Tensor joined(Tensor first, Tensor second) throws ProviderException {
        long width = first.shape()[2];
        if (second.shape()[2] != width) {
            throw vision.file().failure("expected vectors as long as those of tokens, found " + first + " and " + second);
        }
        float[] all = Arrays.copyOf(first.floats(), first.floats().length + second.floats().length);
        System.arraycopy(second.floats(), 0, all, first.floats().length, second.floats().length);
        return Tensor.ofFloats(all, 1, first.shape()[1] + second.shape()[1], width);
    }
}
