package dev.inkling.entropy;

import java.io.DataInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.InflaterInputStream;

/** The trained files of a layer, deflated resources of its package. Without them nothing can be decoded. */
public final class TrainedFile {
    private TrainedFile() {}

    /** What is read from a file. */
    @FunctionalInterface
    public interface Content<T> {
        T read(DataInputStream in) throws IOException;
    }

    /**
     * Reads a file.
     *
     * @param layer a class of the package that it belongs to
     * @throws UncheckedIOException when the file of this build is missing or damaged
     */
    public static <T> T read(Class<?> layer, String name, Content<T> content) {
        try (InputStream resource = layer.getResourceAsStream(name)) {
            if (resource == null) {
                throw new FileNotFoundException(name);
            }
            return content.read(new DataInputStream(new InflaterInputStream(resource)));
        } catch (IOException e) {
            throw new UncheckedIOException("the trained file " + name + " of this build is missing or damaged", e);
        }
    }
}
