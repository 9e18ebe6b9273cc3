package dev.inkling.eval.metrics;

import dev.inkling.ProviderException;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.Tensor;
import dev.inkling.onnx.TensorType;
import java.util.List;

/**
 * MUSIQ (Ke, Wang, Wang, Milanfar, Yang 2021): a mean opinion predicted from patches of a picture at three scales.
 * Looks at the reconstruction alone: a measure of realism, not of distortion. Higher is better; 0 to 100 when trained
 * on KonIQ-10k, PaQ-2-PiQ or SPAQ, 1 to 10 when trained on AVA.
 *
 * <p>The network takes the patches ({@link MusiqPatches}), {@code N x L x 3075} for any {@code L}, and returns the
 * score.
 */
final class Musiq {
    private Musiq() {}

    static Metric of(Network network) throws ProviderException {
        network.requireInputs(List.of(TensorType.ofFloats(1, TensorType.ANY, MusiqPatches.LENGTH)));
        return new NetworkMetric("musiq", true, network, (source, reconstruction) ->
                new Tensor[] {MusiqPatches.of(reconstruction)});
    }
}
