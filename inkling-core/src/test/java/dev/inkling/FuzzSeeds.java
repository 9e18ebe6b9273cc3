package dev.inkling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files that the fuzz tests start from, and that they try again in every build. */
public final class FuzzSeeds {
    private static final Path RESOURCES = Path.of("src", "test", "resources");

    private FuzzSeeds() {}

    /** The contents of all files of a folder of the test resources with an ending. */
    public static Stream<byte[]> of(String folder, String ending) {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            List<Path> sorted =
                    files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
            return sorted.stream().map(FuzzSeeds::read);
        } catch (IOException e) {
            throw new AssertionError("no seeds in " + folder, e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError("no seed " + file, e);
        }
    }
}
