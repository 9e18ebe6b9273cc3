package dev.inkling.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** What outputs are called. */
final class FileNames {
    private FileNames() {}

    /** The path of a name that the user gave. An empty one, as an unset variable gives, does not mean this folder. */
    static Path path(String name) {
        if (name.isEmpty()) {
            throw new UsageException("a file name is empty");
        }
        return Path.of(name);
    }

    /** A folder that the user named, which must be there. */
    static Path folder(String name) throws IOException {
        Path path = path(name);
        if (!Files.exists(path)) {
            throw new NoSuchFileException(name);
        }
        if (!Files.isDirectory(path)) {
            throw new NotDirectoryException(name);
        }
        return path;
    }

    /** The name of a folder to which an extension can be added: {@code photos} of {@code photos/} or {@code photos/.}. */
    static String withoutSlash(Path folder) {
        return folder.toAbsolutePath().normalize().toString();
    }

    /** The name with another extension; standard output for standard input. */
    static String withExtension(String name, String extension) {
        return Streams.isStandard(name) ? name : withoutExtension(name) + extension;
    }

    /** The name up to its last dot; all of it for one that only begins with a dot. */
    static String withoutExtension(String name) {
        int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        int dot = name.lastIndexOf('.');
        return dot > slash + 1 ? name.substring(0, dot) : name;
    }

    /** Refuses to write over the file that is read. */
    static void checkDistinct(String input, String output) throws IOException {
        if (Streams.isStandard(input) || Streams.isStandard(output)) {
            return;
        }
        if (Files.exists(Path.of(output)) && Files.exists(Path.of(input))
                && Files.isSameFile(Path.of(input), Path.of(output))
                && Files.isRegularFile(Path.of(input))) {
            throw new UsageException("input and output are the same file; name another with -o");
        }
    }
}
