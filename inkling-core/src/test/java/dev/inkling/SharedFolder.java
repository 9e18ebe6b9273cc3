package dev.inkling;

import java.nio.file.Path;
import java.util.Optional;

/** Where pictures and texts lie that are not part of the project: INKLING_SHARED, else beside the project. */
public final class SharedFolder {
    private SharedFolder() {}

    /** A file or folder there, which may be missing. */
    public static Path resolve(String name) {
        String folder = System.getProperty("INKLING_SHARED", System.getenv("INKLING_SHARED"));
        return Path.of(Optional.ofNullable(folder).orElse("../../shared")).resolve(name);
    }
}
