package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.onnx.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The half of a captioner that says one token after another. Thread-safe. */
interface TextDecoder {
    /**
     * Says what may follow a token.
     *
     * @param state what was said before it
     * @throws ProviderException when the network fails
     */
    Next next(State state, long token) throws ProviderException;

    /**
     * Where a text has got to. Immutable, so that several texts may go on from one.
     *
     * @param picture what the encoder made of the picture, {@code 1 x positions x width}
     * @param tokens  what was said
     * @param past    what the network remembers of it, by the names of its inputs
     */
    record State(Tensor picture, List<Long> tokens, Map<String, Tensor> past) {
        public State {
            tokens = List.copyOf(tokens);
            past = Map.copyOf(past);
        }

        /** Before anything was said. */
        static State begin(Tensor picture) {
            return new State(picture, List.of(), Map.of());
        }

        /** After one more token. */
        State with(long token, Map<String, Tensor> newPast) {
            return new State(picture, Stream.concat(tokens.stream(), Stream.of(token)).toList(), newPast);
        }
    }

    /**
     * What may follow.
     *
     * @param state  what was said, the last token among it
     * @param scores logarithm of the probability of each token
     */
    record Next(State state, LogProbabilities scores) {}
}
