package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.onnx.Network;
import java.util.Map;

/** A decoder that remembers nothing: it is given all tokens each time. */
final class PlainDecoder implements TextDecoder {
    private final Network network;
    private final DecoderInputs inputs;

    /** @param network is closed with this */
    PlainDecoder(Network network) throws ProviderException {
        this.network = network;
        this.inputs = new DecoderInputs(network);
    }

    @Override
    public Next next(State state, long token) throws ProviderException {
        State said = state.with(token, Map.of());
        return new Next(said, Logits.of(network.file(), network.run(inputs.of(said, said.tokens().size()))));
    }

    @Override
    public String identity() {
        return network.file().toString();
    }

    @Override
    public void close() throws ProviderException {
        network.close();
    }
}
