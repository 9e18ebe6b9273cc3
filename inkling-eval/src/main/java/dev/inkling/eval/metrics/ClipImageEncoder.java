package dev.inkling.eval.metrics;

import dev.inkling.ProviderException;
import dev.inkling.image.Raster;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.Tensor;
import dev.inkling.onnx.TensorType;
import dev.inkling.onnx.pixels.Normalisation;
import dev.inkling.onnx.pixels.PictureSizes;
import dev.inkling.onnx.pixels.PillowResampler.Kernel;
import java.util.List;

/**
 * The image half of CLIP (Radford et al. 2021).
 *
 * <p>The network takes one picture, {@code N x 3 x S x S}, normalised as for CLIP, and returns its embedding,
 * {@code N x D}. As in the authors' code the picture is resized with a cubic kernel, antialiased, so that its shorter
 * side is {@code S}, and the square in the middle is cut out. {@code S} is what the network declares, else 224.
 */
final class ClipImageEncoder implements Embedder {
    private static final int DEFAULT_SIDE = 224;

    private final Network network;
    private final int side;

    ClipImageEncoder(Network network) throws ProviderException {
        this.network = network;
        this.side = network.inputSide(2, DEFAULT_SIDE);
        network.requireInputs(List.of(TensorType.ofFloats(1, 3, side, side)));
    }

    /** The embedding with unit norm. */
    @Override
    public float[] embed(Raster picture) throws ProviderException {
        return ClipVectors.unit(network, network.run(prepared(picture)));
    }

    private Tensor prepared(Raster picture) {
        Raster small = PictureSizes.withShorterSide(picture, side, Kernel.CUBIC);
        return Normalisation.CLIP.tensor(PictureSizes.centreSquare(small));
    }

    @Override
    public String model() {
        return network.file().toString();
    }

    @Override
    public void close() {
        NetworkMetric.close(network);
    }
}
