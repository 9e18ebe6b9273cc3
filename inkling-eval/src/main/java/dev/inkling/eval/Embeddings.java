package dev.inkling.eval;

import dev.inkling.eval.metrics.Embedder;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The embeddings of sources and reconstructions, which distances of whole sets need once everything is decoded: a file
 * of 32-bit floats each, so that nothing is embedded twice. Thread-safe.
 *
 * @param embedder what makes them; stays the caller's
 * @param folder   where they are kept
 */
record Embeddings(Embedder embedder, ResultFolder folder) {
    /** Name of a source's embedding. */
    String sourceKey(SourcePicture picture) {
        return ContentHash.ofTexts(List.of("source", picture.sha256(), embedder.model()));
    }

    /** Embeds a source, unless that is done. */
    void keepSource(SourcePicture picture, Raster source) throws IOException {
        if (!has(sourceKey(picture))) {
            keep(sourceKey(picture), source);
        }
    }

    /** Embeds a picture, in place of what had this key. */
    void keep(String key, Raster picture) throws IOException {
        float[] vector = embedder.embed(picture);
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * vector.length);
        bytes.asFloatBuffer().put(vector);
        ResultFolder.write(folder.embedding(key), bytes.array());
    }

    boolean has(String key) {
        return Files.exists(folder.embedding(key));
    }

    float[] read(String key) throws IOException {
        Path file = folder.embedding(key);
        float[] vector = new float[(int) (Files.size(file) / Float.BYTES)];
        ByteBuffer.wrap(Files.readAllBytes(file)).asFloatBuffer().get(vector);
        return vector;
    }
}
