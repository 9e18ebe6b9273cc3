package dev.inkling.eval.baseline;

import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A picture format with one knob between few bytes and much detail. Thread-safe. */
interface PictureCoder {
    /** Name on the command line, such as {@code avif}. */
    String name();

    /** The program, its version and its options. */
    String identity();

    /** Extension of its files, without a dot. */
    String extension();

    /** How many settings the knob has: 0 gives the fewest bytes, the last one the most. */
    int settings();

    /** A setting as the program calls it, such as {@code -q 30}. */
    String settingName(int setting);

    /** A whole file. */
    byte[] encode(Raster picture, int setting) throws IOException;

    /** The picture of a whole file. */
    Raster decode(Path file) throws IOException;

    /** Bits by part of a file, all of them. */
    default Map<String, Long> parts(byte[] file) {
        return whole(file);
    }

    /** A file that is not looked into: one part. */
    static Map<String, Long> whole(byte[] file) {
        return Map.of("file", 8L * file.length);
    }
}
