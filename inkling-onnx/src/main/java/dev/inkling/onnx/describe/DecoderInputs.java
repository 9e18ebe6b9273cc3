package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.Tensor;
import dev.inkling.onnx.TensorType;
import dev.inkling.onnx.describe.TextDecoder.State;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a network that decodes text wants to be given, by the names that exports to ONNX have for it. Immutable. */
final class DecoderInputs {
    static final String PAST = "past_key_values.";
    static final String BRANCH = "use_cache_branch";
    private static final String TOKENS = "input_ids";
    private static final String EMBEDDINGS = "inputs_embeds";
    private static final String MASK = "attention_mask";
    private static final String POSITIONS = "position_ids";
    private static final String PICTURE = "encoder_hidden_states";
    private static final String PICTURE_MASK = "encoder_attention_mask";

    private final Network network;
    private final @Nullable Network embedder;

    /**
     * @param embedder makes vectors of tokens
     * @throws ProviderException when the network wants anything else, or does not take tokens
     */
    DecoderInputs(Network network, @Nullable Network embedder) throws ProviderException {
        this.network = network;
        this.embedder = embedder;
        String tokens = embedder == null ? TOKENS : EMBEDDINGS;
        List<String> known = List.of(tokens, MASK, POSITIONS, PICTURE, PICTURE_MASK, BRANCH);
        List<String> unknown = network.inputNames().stream()
                .filter(name -> !known.contains(name) && !name.startsWith(PAST))
                .toList();
        if (!unknown.isEmpty() || !network.hasInput(tokens)) {
            throw network.file().failure("expected inputs " + known + " and " + PAST + "*, found "
                    + network.inputNames());
        }
    }

    /**
     * The inputs for the last tokens of a text.
     *
     * @param text  all tokens, these among them
     * @param count how many are new
     */
    Map<String, Tensor> of(State text, int count) throws ProviderException {
        int length = text.tokens().size();
        long[] fresh = text.tokens().stream().skip(length - count).mapToLong(Long::longValue).toArray();
        Tensor tokens = Tensor.ofIntegers(fresh, 1, count);
        Map<String, Tensor> inputs = new HashMap<>();
        for (String name : network.inputNames()) {
            inputs.put(name, switch (name) {
                case TOKENS, EMBEDDINGS -> embedder == null ? tokens : embedder.run(tokens);
                case MASK -> ones(length);
                case POSITIONS -> positions(length - count, count);
                case PICTURE -> text.picture();
                case PICTURE_MASK -> ones(Math.toIntExact(text.picture().shape()[1]));
                case BRANCH -> Tensor.ofIntegers(new long[] {text.past().isEmpty() ? 0 : 1}, 1);
                default -> text.past().containsKey(name) ? text.past().get(name) : nothing(name);
            });
        }
        return inputs;
    }

    private static Tensor ones(int count) {
        long[] ones = new long[count];
        Arrays.fill(ones, 1);
        return Tensor.ofIntegers(ones, 1, count);
    }

    private static Tensor positions(int begin, int count) {
        long[] positions = new long[count];
        for (int i = 0; i < count; i++) {
            positions[i] = begin + i;
        }
        return Tensor.ofIntegers(positions, 1, count);
    }

    /** Memory of no token: the sides that are open are 1 for the number of texts, then 0. */
    private Tensor nothing(String name) throws ProviderException {
        long[] shape = network.inputShape(name);
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] == TensorType.ANY) {
                shape[i] = i == 0 ? 1 : 0;
            }
        }
        long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        if (size != 0) {
            throw network.file().failure("its memory " + name + " cannot be empty: " + Arrays.toString(shape));
        }
        return Tensor.ofFloats(new float[0], shape);
    }
}
