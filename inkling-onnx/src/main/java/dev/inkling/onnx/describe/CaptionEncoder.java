package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.image.Raster;
import dev.inkling.onnx.Tensor;

/** The half of a captioner that looks at the picture. Thread-safe. */
@FunctionalInterface
interface CaptionEncoder {
    /**
     * What the decoder is told of a picture.
     *
     * @param picture any size
     * @return {@code 1 x positions x width}
     * @throws ProviderException when the network fails
     */
    Tensor encode(Raster picture) throws ProviderException;
}
