package dev.inkling.eval.baseline;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for the files that go to and from a program; gone when closed. */
public final class Scratch implements Closeable {
    private final Path folder;

    public Scratch() throws IOException {
        this.folder = Files.createTempDirectory("inkling-eval-");
    }

    /** A file in it, which need not exist. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(folder)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
