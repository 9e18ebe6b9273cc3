package dev.inkling.eval.metrics;

import dev.inkling.ProviderException;
import dev.inkling.image.Raster;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.Tensor;
import dev.inkling.onnx.pixels.Normalisation;
import dev.inkling.onnx.pixels.PictureSizes;
import dev.inkling.onnx.pixels.PillowResampler.Kernel;
import java.util.List;

/**
 * Deep image structure and texture similarity (Ding, Ma, Wang, Simoncelli 2020), which forgives another texture of the
 * same kind. Lower is closer; 0 for equal pictures, at most about 1.
 *
 * <p>The network takes two pictures, {@code N x 3 x H x W}, red, green and blue from 0 to 1, and returns the distance.
 * As the authors' code does, pictures whose shorter side is longer than 256 pixels are first resized to 256, linearly
 * and antialiased.
 */
final class Dists {
    private static final int SHORTER_SIDE = 256;

    private Dists() {}

    static Metric of(Network network) throws ProviderException {
        network.requireInputs(List.of(Normalisation.ANY_SIZE, Normalisation.ANY_SIZE));
        return new NetworkMetric("dists", false, network, Dists::inputs);
    }

    private static Tensor[] inputs(Raster source, Raster reconstruction) {
        NetworkMetric.requireSame(source, reconstruction);
        return new Tensor[] {
            Normalisation.UNIT.tensor(reduced(source)), Normalisation.UNIT.tensor(reduced(reconstruction))
        };
    }

    private static Raster reduced(Raster picture) {
        return Math.min(picture.width(), picture.height()) > SHORTER_SIDE
                ? PictureSizes.withShorterSide(picture, SHORTER_SIDE, Kernel.LINEAR)
                : picture;
    }
}
