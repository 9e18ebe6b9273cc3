package dev.inkling.onnx.models;

import dev.inkling.ProviderException;
import dev.inkling.onnx.ExternalData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Compares a model with its lock. Not thread-safe. */
final class ModelCheck {
    private final Path folder;
    private final ModelLock lock;
    private final TransferListener listener;
    private final List<ModelFault> faults = new ArrayList<>();

    ModelCheck(Path folder, ModelLock lock, TransferListener listener) {
        this.folder = folder;
        this.lock = lock;
        this.listener = listener;
    }

    List<ModelFault> run() throws IOException {
        listener.begins(lock.size());
        for (ModelLock.Entry file : lock.files()) {
            checkFile(file, folder.resolve(file.path()));
        }
        checkNoOthers();
        return faults;
    }

    private void checkFile(ModelLock.Entry file, Path path) throws IOException {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            fault(file, "is missing");
        } else if (Files.size(path) != file.size()) {
            fault(file, "has " + Files.size(path) + " bytes instead of " + file.size());
        } else if (!ContentHash.SHA_256.of(path, listener::advanced).equals(file.sha256())) {
            fault(file, "has been changed: its SHA-256 is not that of the lock");
        } else if (file.isNetwork()) {
            checkWeights(file, path);
        }
    }

    private void checkWeights(ModelLock.Entry file, Path path) {
        try {
            ExternalData.check(path);
        } catch (ProviderException e) {
            fault(file, e.getMessage());
        }
    }

    private void checkNoOthers() throws IOException {
        Set<String> known = new HashSet<>();
        known.add(ModelLock.FILE);
        lock.files().forEach(file -> known.add(file.path()));
        try (Stream<Path> found = Files.walk(folder)) {
            found.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/"))
                    .filter(name -> !known.contains(name))
                    .sorted()
                    .forEach(name -> faults.add(new ModelFault(name, "did not come with the model")));
        }
    }

    private void fault(ModelLock.Entry file, String reason) {
        faults.add(new ModelFault(file.path(), reason));
    }
}
