package dev.inkling.onnx.models;

import dev.inkling.ProviderException;
import dev.inkling.onnx.ModelFile;
import dev.inkling.onnx.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder with a model as Hugging Face lays it out: configuration in JSON, networks in {@code onnx/} or in a folder for
 * each component. Names are relative to it, with slashes. Immutable.
 */
public final class ModelFolder {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;

    /** @throws ProviderException when there is no such folder */
    public ModelFolder(Path folder) throws ProviderException {
        if (!Files.isDirectory(folder)) {
            throw new ProviderException(
                    String.valueOf(folder.getFileName()), false, "expected the folder of a model, found "
                            + (Files.exists(folder) ? "a file" : "nothing") + " at " + folder);
        }
        this.folder = folder;
    }

    /** Name of the folder, without those above it. */
    public String name() {
        return String.valueOf(folder.toAbsolutePath().getFileName());
    }

    /** The first of these files that is there. */
    public Optional<Path> find(String... names) {
        return Stream.of(names).map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }

    /**
     * The first of these files that is there.
     *
     * @throws ProviderException when none is; the message names them all
     */
    public Path file(String... names) throws ProviderException {
        Optional<Path> found = find(names);
        if (found.isEmpty()) {
            throw failure("expected " + String.join(" or ", names) + " in it; there is no such file");
        }
        return found.get();
    }

    /**
     * A file of JSON.
     *
     * @throws ProviderException when it is missing or no JSON
     */
    public JsonNode json(String name) throws ProviderException {
        Path file = file(name);
        try {
            return JSON.readTree(file);
        } catch (JacksonException e) {
            throw ModelFile.of(file).failure("is no JSON", e);
        }
    }

    /** Whether the network of a component is there in any precision; see {@link #network}. */
    public boolean hasNetwork(String name) {
        return find(Precision.files(name).toArray(String[]::new)).isPresent();
    }

    /**
     * Loads the network of a component, in the first precision that is there: whole, then half, then quantised.
     *
     * @param threads how many threads one run may keep busy, 1 or more
     * @param names   without the extension, such as {@code onnx/vision_model} or {@code unet/model}; the first that is
     *                there in any precision
     * @throws ProviderException when none is there or it cannot be loaded
     */
    public Network network(int threads, String... names) throws ProviderException {
        Optional<Path> found = findNetwork(names);
        if (found.isEmpty()) {
            throw failure("expected " + String.join(".onnx or ", names) + ".onnx in it, or a smaller precision of it");
        }
        return new Network(found.get(), threads);
    }

    /** The file that {@link #network} would load. */
    public Optional<Path> findNetwork(String... names) {
        return find(Stream.of(names).flatMap(Precision::files).toArray(String[]::new));
    }

    /** What to throw when something is wrong with the model as a whole. */
    public ProviderException failure(String reason) {
        return new ProviderException(name(), false, reason);
    }
}
