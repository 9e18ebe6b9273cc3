package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.onnx.Network;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A decoder that remembers nothing: it is given all tokens each time. */
final class PlainDecoder implements TextDecoder {
    private final Network network;
    private final DecoderInputs inputs;

    /** @param embedder makes vectors of tokens for networks that want those */
    PlainDecoder(Network network, @Nullable Network embedder) throws ProviderException {
        this.network = network;
        this.inputs = new DecoderInputs(network, embedder);
    }

    @Override
    public Next next(State state, long token) throws ProviderException {
        State said = state.with(token, Map.of());
        return new Next(said, Logits.of(network.file(), network.run(inputs.of(said, said.tokens().size()))));
    }
}
