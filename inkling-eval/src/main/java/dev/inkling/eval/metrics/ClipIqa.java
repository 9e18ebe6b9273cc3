package dev.inkling.eval.metrics;

import dev.inkling.ProviderException;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.Tensor;
import dev.inkling.onnx.pixels.Normalisation;
import java.util.List;

/**
 * CLIP-IQA (Wang, Chan, Loy 2023): how much nearer a picture is to the words of a good photograph than to those of a
 * bad one. Looks at the reconstruction alone: a measure of realism, not of distortion. Higher is better; 0 to 1.
 *
 * <p>The network takes one picture at its own size, {@code N x 3 x H x W}, normalised as for CLIP, and returns the
 * probability; the prompts are part of the exported network.
 */
final class ClipIqa {
    private ClipIqa() {}

    static Metric of(Network network) throws ProviderException {
        network.requireInputs(List.of(Normalisation.ANY_SIZE));
        return new NetworkMetric("clip-iqa", true, network, (source, reconstruction) ->
                new Tensor[] {Normalisation.CLIP.tensor(reconstruction)});
    }
}
