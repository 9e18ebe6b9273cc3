package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.Tensor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A decoder that is given one token at a time, and what it remembers of those before: keys and values of attention, which
 * it gives as {@code present.*} and takes as {@code past_key_values.*}. One network may serve for all tokens, or one for
 * the first and another for the rest.
 */
final class RememberingDecoder implements TextDecoder {
    private static final String PRESENT = "present.";

    private final Network first;
    private final Network rest;
    private final DecoderInputs firstInputs;
    private final DecoderInputs restInputs;

    /**
     * @param first    for the first token
     * @param rest     for those after it, perhaps the same network
     * @param embedder makes vectors of tokens for networks that want those
     */
    RememberingDecoder(Network first, Network rest, @Nullable Network embedder) throws ProviderException {
        this.first = first;
        this.rest = rest;
        this.firstInputs = new DecoderInputs(first, embedder);
        this.restInputs = new DecoderInputs(rest, embedder);
    }

    @Override
    public Next next(State state, long token) throws ProviderException {
        boolean begins = state.past().isEmpty();
        Network network = begins ? first : rest;
        State said = state.with(token, state.past());
        Map<String, Tensor> outputs = network.run((begins ? firstInputs : restInputs).of(said, 1));
        LogProbabilities scores = Logits.of(network.file(), outputs);
        return new Next(state.with(token, past(state.past(), outputs)), scores);
    }

    /** What was not given anew, or only as an empty stand-in, is as before: keys and values of the picture. */
    private Map<String, Tensor> past(Map<String, Tensor> before, Map<String, Tensor> outputs) throws ProviderException {
        Map<String, Tensor> past = new HashMap<>(before);
        outputs.forEach((name, value) -> {
            String input = DecoderInputs.PAST + name.substring(Math.min(name.length(), PRESENT.length()));
            if (name.startsWith(PRESENT) && value.isFloats() && value.floats().length > 0 && rest.hasInput(input)) {
                past.put(input, value);
            }
        });
        if (past.isEmpty()) {
            throw first.file().failure("expected outputs " + PRESENT + "*, found " + outputs.keySet());
        }
        return past;
    }
}
