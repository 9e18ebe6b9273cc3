package dev.inkling.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Which files are pictures, by their names. */
final class PictureFiles {
    /** Lower-case, without the dot. */
    static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp");

    private PictureFiles() {}

    /** All pictures of a folder and its subfolders, by name. */
    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(path -> Files.isRegularFile(path) && EXTENSIONS.contains(extension(path)))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What follows the last dot of a name, lower-case. */
    static String extension(Path path) {
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
