package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.onnx.ModelFile;
import dev.inkling.onnx.Tensor;
import java.util.Map;

/** What a decoder answers beside its memory. */
final class Logits {
    private static final String NAME = "logits";

    private Logits() {}

    /** @throws ProviderException when they are missing or of another shape */
    static LogProbabilities of(ModelFile file, Map<String, Tensor> outputs) throws ProviderException {
        Tensor logits = outputs.get(NAME);
        if (logits == null) {
            throw file.failure("expected an output " + NAME + ", found " + outputs.keySet());
        }
        long[] shape = logits.shape();
        if (!logits.isFloats() || shape.length != 3 || shape[0] != 1 || shape[1] < 1 || shape[2] < 1) {
            throw file.failure("expected " + NAME + " 1 x tokens x vocabulary of floats, found " + logits);
        }
        return LogProbabilities.ofLast(logits);
    }
}
