package dev.inkling.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files so that a reader sees the old one or the whole new one, and a failure leaves the old one. */
final class AtomicFile {
    private AtomicFile() {}

    /** Writes a file's content to the path that it is given. */
    @FunctionalInterface
    interface Content {
        void writeTo(Path path) throws IOException;
    }

    static void write(Path target, byte[] bytes) throws IOException {
        write(target, path -> Files.write(path, bytes));
    }

    /** Writes to a temporary file in the same folder and gives it the target's name. */
    static void write(Path target, Content content) throws IOException {
        check(target);
        Path real = throughLinks(target);
        if (isDevice(real)) {
            content.writeTo(real);
        } else {
            replace(real, content);
        }
    }

    /** Fails now where {@link #write} would only fail when there is something to write. */
    static void check(Path target) throws IOException {
        Path real = throughLinks(target);
        if (Files.isDirectory(real)) {
            throw new FileSystemException(target.toString(), null, "is a folder");
        }
        if (isDevice(real)) {
            return;
        }
        Path folder = real.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new FileSystemException(target.toString(), null, "its folder does not exist");
        }
        if (!Files.isWritable(folder)) {
            throw new AccessDeniedException(target.toString());
        }
    }

    /** A device or a pipe, such as /dev/null: nothing there to keep, and renaming would destroy it. */
    private static boolean isDevice(Path path) {
        return Files.exists(path) && !Files.isRegularFile(path);
    }

    private static void replace(Path target, Content content) throws IOException {
        // One name for each thread, so that the list of files to delete on exit stays short in a long batch.
        Path temporary = target.resolveSibling(".inkling-" + ProcessHandle.current().pid() + "-"
                + Thread.currentThread().getId() + ".tmp");
        temporary.toFile().deleteOnExit();
        try {
            content.writeTo(temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A symbolic link stays one: its target is replaced. */
    private static Path throughLinks(Path path) throws IOException {
        return Files.isSymbolicLink(path) && Files.exists(path) ? path.toRealPath() : path;
    }
}
