package dev.inkling.onnx.models;

import dev.inkling.ProviderException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps all others from changing a model while it is changed: two that got the same one would mix their files. */
final class ModelHold {
    private ModelHold() {}

    /** What changes a model. */
    @FunctionalInterface
    interface Change<T> {
        T run() throws IOException;
    }

    /** @throws ProviderException when somebody else is changing the model */
    static <T> T during(ModelStore store, ModelName model, Change<T> change) throws IOException {
        Files.createDirectories(store.folder());
        Path file = store.folder().resolve("." + model.folder() + ".hold");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (!lock(channel)) {
                throw new ProviderException(model.value(), true, "another process is changing this model");
            }
            try {
                return change.run();
            } finally {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // this process itself
        }
    }
}
