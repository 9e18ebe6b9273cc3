package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.image.Raster;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.Tensor;
import dev.inkling.onnx.pixels.PicturePreparation;

/** An encoder that looks at nothing but the picture. */
final class PlainEncoder implements CaptionEncoder {
    private final Network network;
    private final PicturePreparation preparation;

    /** @param network looks at what the preparation makes of pictures */
    PlainEncoder(Network network, PicturePreparation preparation) {
        this.network = network;
        this.preparation = preparation;
    }

    @Override
    public Tensor encode(Raster picture) throws ProviderException {
        Tensor encoded = network.run(preparation.tensor(picture));
        if (encoded.shape().length != 3 || encoded.shape()[0] != 1) {
            throw network.file().failure("expected 1 x positions x width, found " + encoded);
        }
        return encoded;
    }
}
