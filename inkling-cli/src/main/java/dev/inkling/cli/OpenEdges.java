package dev.inkling.cli;

import dev.inkling.ProviderException;
import dev.inkling.codec.Encoder;
import dev.inkling.onnx.ModelFile;
import dev.inkling.onnx.OnnxEdgeDetector;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A network that finds the edges of pictures, until it is closed.
 *
 * @param detector null for the embedded detector, which needs no network
 * @param identity names the network by its content; empty for the embedded detector
 */
record OpenEdges(@Nullable OnnxEdgeDetector detector, String identity) implements Closeable {
    static final OpenEdges EMBEDDED = new OpenEdges(null, "");

    static OpenEdges of(Path model, int threads) throws ProviderException {
        return new OpenEdges(new OnnxEdgeDetector(model, threads), "edges=" + ModelFile.of(model).sha256());
    }

    /** An encoder that finds edges so. */
    Encoder in(Encoder encoder) {
        return detector == null ? encoder : encoder.withEdges(detector);
    }

    @Override
    public void close() throws IOException {
        if (detector != null) {
            detector.close();
        }
    }
}
