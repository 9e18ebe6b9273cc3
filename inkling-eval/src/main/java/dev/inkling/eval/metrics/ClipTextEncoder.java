package dev.inkling.eval.metrics;

import dev.inkling.ProviderException;
import dev.inkling.onnx.ModelFile;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.Tensor;
import dev.inkling.onnx.TensorType;
import dev.inkling.onnx.clip.Tokenizer;
import java.nio.file.Path;
import java.util.List;

/**
 * The text half of CLIP (Radford et al. 2021). Thread-safe.
 *
 * <p>The network takes the tokens of one text, {@code N x 77} 64-bit integers, and returns its embedding,
 * {@code N x D}. Longer texts are cut, as with {@code truncate=True} in the authors' code.
 */
final class ClipTextEncoder implements AutoCloseable {
    private static final int CONTEXT = 77;

    private final Network network;
    private final Tokenizer tokenizer;
    private final String model;

    /**
     * @param network    the text half; closed with this
     * @param vocabulary the merges of the tokenizer, {@code bpe_simple_vocab_16e6.txt.gz}
     */
    ClipTextEncoder(Network network, Path vocabulary) throws ProviderException {
        network.requireInputs(List.of(TensorType.ofIntegers(1, CONTEXT)));
        ModelFile file = ModelFile.of(vocabulary);
        this.network = network;
        this.tokenizer = Tokenizer.ofMerges(file);
        this.model = network.file() + ", " + file;
    }

    /** The embedding with unit norm. */
    float[] embed(String text) throws ProviderException {
        long[] tokens = tokenizer.padded(text, CONTEXT);
        return ClipVectors.unit(network, network.run(Tensor.ofIntegers(tokens, 1, CONTEXT)));
    }

    /** File names and SHA-256 of network and vocabulary. */
    String model() {
        return model;
    }

    @Override
    public void close() {
        NetworkMetric.close(network);
    }
}
