package dev.inkling.cli;

import dev.inkling.Generator;
import dev.inkling.onnx.EmbeddedGenerator;
import dev.inkling.onnx.diffusion.LatentGenerator;
import java.io.Closeable;
import java.io.IOException;

/**
 * A generator, and what must be closed after it.
 *
 * @param generator makes pictures until this is closed
 * @param resources what it holds
 */
record OpenGenerator(Generator generator, Closeable resources) implements Closeable {
    /** Begins to load what it will need, beside whatever else goes on. */
    void preload() {
        if (generator instanceof EmbeddedGenerator embedded) {
            embedded.preload();
        }
    }

    /** Names a model of the user's and its settings; empty for other generators. */
    String identity() throws IOException {
        return generator instanceof LatentGenerator latent ? latent.identity() : "";
    }

    @Override
    public void close() throws IOException {
        resources.close();
    }
}
