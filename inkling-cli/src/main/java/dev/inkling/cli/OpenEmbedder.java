package dev.inkling.cli;

import dev.inkling.Calibration;
import dev.inkling.ProviderException;
import dev.inkling.codec.Encoder;
import dev.inkling.onnx.clip.ClipEmbedder;
import dev.inkling.onnx.models.ModelFolder;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What makes vectors of pictures, until it is closed.
 *
 * @param embedder    null where none are made
 * @param calibration what they are coded with; null for nothing
 */
record OpenEmbedder(@Nullable ClipEmbedder embedder, @Nullable Calibration calibration) implements Closeable {
    static final OpenEmbedder NONE = new OpenEmbedder(null, null);

    static OpenEmbedder of(ModelFolder folder, int threads, @Nullable Calibration calibration) throws ProviderException {
        return new OpenEmbedder(new ClipEmbedder(folder, threads), calibration);
    }

    /** An encoder that makes vectors, where any are made. */
    Encoder in(Encoder encoder) {
        return embedder == null ? encoder : encoder.withVectors(embedder, calibration);
    }

    /** Names the model by its content, and the calibration; empty where no vectors are made. */
    String identity() {
        if (embedder == null) {
            return "";
        }
        return "embedder=" + embedder.model() + (calibration == null ? "" : " calibration=" + calibration.id());
    }

    @Override
    public void close() throws IOException {
        if (embedder != null) {
            embedder.close();
        }
    }
}
