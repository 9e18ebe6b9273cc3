package dev.inkling.eval;

import dev.inkling.image.UnreadablePictureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the pictures of an evaluation. */
public final class PictureSet {
    private static final Set<String> EXTENSIONS =
            Set.of("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp");

    private PictureSet() {}

    /**
     * All pictures of a folder and its subfolders by name, or those that a text file lists, a path a line: relative
     * ones begin at the list's folder, empty lines and those that begin with # do not count.
     *
     * @throws IOException when one cannot be read, or there are none
     */
    public static List<SourcePicture> read(Path folderOrList) throws IOException {
        if (!Files.exists(folderOrList)) {
            throw new NoSuchFileException(folderOrList.toString());
        }
        boolean folder = Files.isDirectory(folderOrList);
        Path base = folder ? folderOrList : folderOrList.toAbsolutePath().getParent();
        List<SourcePicture> pictures = new ArrayList<>();
        for (Path file : folder ? inFolder(folderOrList) : inList(folderOrList, base)) {
            pictures.add(look(name(base, file), file));
        }
        if (pictures.isEmpty()) {
            throw new FileSystemException(folderOrList.toString(), null, "there are no pictures");
        }
        return pictures;
    }

    private static SourcePicture look(String name, Path file) throws IOException {
        try {
            return SourcePicture.of(name, file);
        } catch (UnreadablePictureException e) {
            throw new FileSystemException(file.toString(), null, e.getMessage());
        }
    }

    private static String name(Path base, Path file) {
        Path known = file.startsWith(base) ? base.relativize(file) : file.getFileName();
        return known.toString().replace('\\', '/');
    }

    private static List<Path> inFolder(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).filter(PictureSet::isPicture).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<Path> inList(Path list, Path base) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String line : Files.readString(list).lines().map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                files.add(base.resolve(line));
            }
        }
        return files;
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString();
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
