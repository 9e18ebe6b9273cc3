package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.image.Raster;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.Tensor;
import dev.inkling.onnx.pixels.PicturePreparation;
import java.util.Map;

/** An encoder that looks at nothing but the picture. */
final class PlainEncoder implements CaptionEncoder {
    static final String PIXELS = "pixel_values";

    private final Network network;
    private final PicturePreparation preparation;

    /** @param network looks at what the preparation makes of pictures */
    PlainEncoder(Network network, PicturePreparation preparation) {
        this.network = network;
        this.preparation = preparation;
    }

    @Override
    public Tensor encode(Raster picture) throws ProviderException {
        return run(network, Map.of(PIXELS, preparation.tensor(picture)));
    }

    /**
     * The first output of a network.
     *
     * @throws ProviderException when it is not {@code 1 x positions x width} of floats
     */
    static Tensor run(Network network, Map<String, Tensor> inputs) throws ProviderException {
        Tensor encoded = network.run(inputs).values().iterator().next();
        if (!encoded.isFloats() || encoded.shape().length != 3 || encoded.shape()[0] != 1) {
            throw network.file().failure("expected 1 x positions x width of floats, found " + encoded);
        }
        return encoded;
    }
}
