package dev.inkling.onnx.diffusion;

import dev.inkling.ProviderException;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.Tensor;
import java.util.List;
import java.util.Map;

/**
 * The words of a prompt as a U-Net takes them. The network takes {@code input_ids}, 1 x 77 integers, and returns
 * {@code last_hidden_state}, 1 x 77 x D; longer prompts are encoded in parts, whose results follow each other.
 */
final class TextEncoder {
    private static final String OUTPUT = "last_hidden_state";

    private final Network network;

    TextEncoder(Network network) {
        this.network = network;
    }

    /**
     * @param parts of a prompt, as many tokens each
     * @return {@code 1 x L x D}, L being the number of all tokens
     */
    Tensor encode(List<long[]> parts) throws ProviderException {
        Tensor first = encode(parts.get(0));
        long width = first.shape()[2];
        float[] all = new float[parts.size() * first.floats().length];
        int at = 0;
        for (long[] part : parts) {
            float[] states = at == 0 ? first.floats() : encode(part).floats();
            System.arraycopy(states, 0, all, at, states.length);
            at += states.length;
        }
        return Tensor.ofFloats(all, 1, all.length / width, width);
    }

    private Tensor encode(long[] tokens) throws ProviderException {
        String input = network.inputNames().iterator().next();
        Map<String, Tensor> outputs = network.run(Map.of(input, Tensor.ofIntegers(tokens, 1, tokens.length)));
        Tensor states = outputs.getOrDefault(OUTPUT, outputs.values().iterator().next());
        long[] shape = states.shape();
        if (shape.length != 3 || shape[0] != 1 || shape[1] != tokens.length) {
            throw network.file().failure("expected 1x" + tokens.length + "xD for " + tokens.length + " tokens, found " + states);
        }
        return states;
    }
}
