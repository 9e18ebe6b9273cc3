package dev.inkling.picture;

import java.io.DataInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.InflaterInputStream;

/** The trained files of the picture layer, deflated resources of this package. Without them nothing can be decoded. */
final class TrainedFile {
    private TrainedFile() {}

    static DataInputStream open(String name) throws IOException {
        InputStream resource = TrainedFile.class.getResourceAsStream(name);
        if (resource == null) {
            throw new FileNotFoundException(name);
        }
        return new DataInputStream(new InflaterInputStream(resource));
    }

    static UncheckedIOException damaged(String name, IOException cause) {
        return new UncheckedIOException("the trained file " + name + " of this build is missing or damaged", cause);
    }
}
