package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.classical.Scene;
import dev.inkling.image.Raster;
import java.io.Closeable;

/** A loaded network that recognises things in pictures. Thread-safe, but close it only when no call is running. */
interface VisionNetwork extends Closeable {
    /**
     * @param picture any size
     * @return what was recognised
     * @throws ProviderException when the network fails
     */
    Scene look(Raster picture) throws ProviderException;

    /** Names the model by its content, for results. */
    String identity();

    @Override
    void close() throws ProviderException;
}
