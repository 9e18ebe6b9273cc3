package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.image.Raster;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.Tensor;
import java.io.Closeable;
import java.util.List;
import java.util.function.Function;

/**
 * A network with what is needed to understand it. Thread-safe.
 *
 * @param network     is closed with this
 * @param preparation what makes its input of a picture
 * @param names       of the kinds that it knows
 */
record VisionModel(Network network, Function<Raster, Tensor> preparation, List<String> names) implements Closeable {
    VisionModel {
        names = List.copyOf(names);
    }

    /** What it answers to a picture of any size. */
    Tensor run(Raster picture) throws ProviderException {
        return network.run(preparation.apply(picture));
    }

    /** Names the model by its content, for results. */
    String identity() {
        return network.file().toString();
    }

    ProviderException failure(String reason) {
        return network.file().failure(reason);
    }

    @Override
    public void close() throws ProviderException {
        network.close();
    }
}
