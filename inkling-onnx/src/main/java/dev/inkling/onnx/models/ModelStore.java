package dev.inkling.onnx.models;

import dev.inkling.ProviderException;
import dev.inkling.onnx.ExternalData;
import dev.inkling.onnx.models.ModelAssembly.Work;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The models that a user has: a folder for each, with its files and their lock. Immutable; several processes may share a
 * store, for models come and go whole.
 */
public final class ModelStore {
    private final Path folder;

    ModelStore(Path folder) {
        this.folder = folder;
    }

    /** The store of a user: in {@code INKLING_MODELS}, else {@code inkling/models} where the user's caches are. */
    public static ModelStore of(Map<String, String> environment) {
        String given = environment.getOrDefault("INKLING_MODELS", "");
        return new ModelStore(given.isEmpty() ? caches(environment).resolve("models") : Path.of(given));
    }

    /** The folder of what Inkling can get or make again; as the XDG base directory specification has it. */
    public static Path caches(Map<String, String> environment) {
        String given = environment.getOrDefault("XDG_CACHE_HOME", "");
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        return (given.isEmpty() ? Path.of(home, ".cache") : Path.of(given)).resolve("inkling");
    }

    /** Where it is; it may not be there yet. */
    public Path folder() {
        return folder;
    }

    /** Where a model is, or would be. */
    public Path folder(ModelName model) {
        return folder.resolve(model.folder());
    }

    /** Names of the models that are there, sorted. */
    public List<ModelName> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .flatMap(entry -> ModelName.ofFolder(entry.getFileName().toString()).stream())
                    .sorted()
                    .toList();
        }
    }

    /**
     * What a model consists of.
     *
     * @throws ProviderException when its lock is damaged
     */
    public ModelLock lock(ModelName model) throws IOException {
        return ModelLock.read(model, existing(model));
    }

    /**
     * What an option that takes a model means.
     *
     * @param nameOrPath a file or folder that exists, else the name of a model, with or without {@code hf:}
     * @return a folder for {@link ModelFolder}, or the file where the model is nothing but one network
     * @throws FileSystemException when it is neither
     * @throws ProviderException   when a file is no ONNX model or takes weights from outside its folder
     */
    public Path resolve(String nameOrPath) throws IOException {
        Path path = Path.of(nameOrPath);
        Path found = !nameOrPath.isEmpty() && Files.exists(path) ? path : find(nameOrPath);
        if (Files.isRegularFile(found) && found.toString().endsWith(".onnx")) {
            ExternalData.check(found);
        }
        return found;
    }

    private Path find(String name) throws IOException {
        String local = name.startsWith("hf:") ? name.substring("hf:".length()) : name;
        if (!ModelName.isName(local) || !Files.isDirectory(folder(new ModelName(local)))) {
            throw missing(name, "no such file or folder, and no model of that name");
        }
        ModelName model = new ModelName(local);
        Optional<String> network = lock(model).onlyNetwork();
        return network.map(folder(model)::resolve).orElse(folder(model));
    }

    /**
     * Refuses a name that another model has.
     *
     * @throws FileSystemException when it does
     */
    public void requireFree(ModelName model) throws FileSystemException {
        if (Files.exists(folder(model))) {
            throw new FileSystemException(model.value(), null, "a model of this name is there already");
        }
    }

    /**
     * Puts a model that is on this machine into the store, as links where the disk is the same; another of that name goes.
     * What a folder has beyond networks, their weights and texts stays out.
     *
     * @param source a folder in the Hugging Face layout, or an ONNX file
     * @throws FileSystemException when it is neither, or not whole
     * @throws ProviderException   when a network takes weights from outside its folder, or is none
     */
    public ModelLock importFrom(Path source, ModelName model, TransferListener listener) throws IOException {
        ModelImport files = new ModelImport(source);
        ModelAssembly assembly = new ModelAssembly(this, model, Work.IMPORT);
        return ModelHold.during(this, model, () -> files.into(assembly, listener));
    }

    /** What is not as it was when the model came; nothing when all is well. */
    public List<ModelFault> verify(ModelName model, TransferListener listener) throws IOException {
        return new ModelCheck(folder(model), lock(model), listener).run();
    }

    /**
     * Removes a model, and what was left of attempts to get it.
     *
     * @throws FileSystemException when there is neither
     */
    public void remove(ModelName model) throws IOException {
        ModelHold.during(this, model, () -> {
            boolean left = ModelAssembly.deleteAll(this, model);
            if (Files.isDirectory(folder(model)) || !left) {
                // The name goes first, so that nobody finds half a model.
                Files.move(existing(model), ModelAssembly.old(this, model), StandardCopyOption.ATOMIC_MOVE);
                ModelAssembly.deleteAll(this, model);
            }
            return model;
        });
    }

    private Path existing(ModelName model) throws FileSystemException {
        if (!Files.isDirectory(folder(model))) {
            throw missing(model.value(), "no such model");
        }
        return folder(model);
    }

    private static FileSystemException missing(String name, String what) {
        return new FileSystemException(name, null, what + "; inkling models list shows those that are there,"
                + " inkling models pull hf:OWNER/NAME gets one");
    }
}
