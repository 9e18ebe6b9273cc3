package dev.inkling.eval.metrics;

import dev.inkling.ProviderException;
import dev.inkling.image.Raster;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.Tensor;
import dev.inkling.onnx.pixels.Normalisation;
import java.util.List;

/**
 * Learned perceptual image patch similarity (Zhang, Isola, Efros, Shechtman, Wang 2018): weighted distance of the
 * activations of a network. Lower is closer; 0 for equal pictures, seldom above 1. Values of different backbones
 * (AlexNet, VGG, SqueezeNet) cannot be compared.
 *
 * <p>The network takes two pictures, {@code N x 3 x H x W}, red, green and blue from -1 to 1, and returns the distance.
 */
final class Lpips {
    private Lpips() {}

    static Metric of(Network network) throws ProviderException {
        network.requireInputs(List.of(Normalisation.ANY_SIZE, Normalisation.ANY_SIZE));
        return new NetworkMetric("lpips", false, network, Lpips::inputs);
    }

    private static Tensor[] inputs(Raster source, Raster reconstruction) {
        NetworkMetric.requireSame(source, reconstruction);
        return new Tensor[] {
            Normalisation.SIGNED.tensor(source), Normalisation.SIGNED.tensor(reconstruction)
        };
    }
}
