package dev.inkling.onnx.diffusion;

import dev.inkling.Generator;
import dev.inkling.ProviderException;
import java.io.Closeable;

/** A generator that makes pictures by latent diffusion. Thread-safe, but close it only when no call is running. */
public interface LatentGenerator extends Generator, Closeable {
    /**
     * Names all that a picture depends on besides the file: the model by its content, which is read for that, the
     * settings.
     *
     * @throws ProviderException when the model cannot be read
     */
    String identity() throws ProviderException;

    /** Frees the networks. */
    @Override
    void close() throws ProviderException;
}
