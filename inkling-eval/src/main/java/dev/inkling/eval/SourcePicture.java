package dev.inkling.eval;

import dev.inkling.image.ImageSize;
import dev.inkling.image.PictureReader;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A picture that codecs are tried on.
 *
 * @param name   its name in results: the path below the folder, with forward slashes
 * @param file   where it lies
 * @param sha256 of its file
 * @param width  in pixels
 * @param height in pixels
 */
public record SourcePicture(String name, Path file, String sha256, int width, int height) {
    /** Looks at a file. Its samples are taken as they lie: a note about orientation is not followed. */
    static SourcePicture of(String name, Path file) throws IOException {
        ImageSize size = PictureReader.read(file).size();
        return new SourcePicture(name, file, ContentHash.ofFile(file), size.width(), size.height());
    }

    ImageSize size() {
        return new ImageSize(width, height);
    }

    /** Reads the file, each time anew. */
    public Raster read() throws IOException {
        return PictureReader.read(file);
    }
}
