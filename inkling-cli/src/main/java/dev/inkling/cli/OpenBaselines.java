package dev.inkling.cli;

import dev.inkling.eval.Codec;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Baselines, and the networks that their upscalers hold.
 *
 * @param codecs   in the order that the user named them
 * @param networks what must be closed after them
 */
record OpenBaselines(List<Codec> codecs, List<OpenGenerator> networks) implements Closeable {
    @Override
    public void close() throws IOException {
        for (OpenGenerator network : networks) {
            network.close();
        }
    }
}
