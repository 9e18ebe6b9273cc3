package dev.inkling.onnx.diffusion;

import dev.inkling.ProviderException;
import dev.inkling.onnx.ExternalData;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.models.ModelFolder;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The networks of a model, each loaded when it is needed. It is closed when its work is done, so that memory holds one
 * of them at a time, but stays open for later pictures while those that do are small enough together. Not thread-safe.
 */
final class Components implements Closeable {
    private final ModelFolder folder;
    private final Resources resources;
    private final DiffusionListener listener;
    private final Map<String, Network> open = new HashMap<>();
    private long openBytes;

    Components(ModelFolder folder, Resources resources, DiffusionListener listener) {
        this.folder = folder;
        this.resources = resources;
        this.listener = listener;
    }

    /** What is done with a network. */
    @FunctionalInterface
    interface Work<T> {
        T with(Network network) throws ProviderException;
    }

    /**
     * Works with a network.
     *
     * @param component its folder, such as {@code unet}
     */
    <T> T use(String component, Work<T> work) throws ProviderException {
        Network kept = open.get(component);
        if (kept != null) {
            listener.stage(component);
            return work.with(kept);
        }
        listener.stage("loading " + component);
        Network network = folder.network(resources.threads(), component + "/model");
        long bytes = bytes(network.file().path());
        if (openBytes + bytes <= resources.keptBytes()) {
            open.put(component, network);
            openBytes += bytes;
            listener.stage(component);
            return work.with(network);
        }
        try (network) {
            listener.stage(component);
            return work.with(network);
        }
    }

    /** The files of all networks that are there, and those that they take weights from. */
    List<Path> files() throws ProviderException {
        List<Path> files = new ArrayList<>();
        for (String component : List.of("text_encoder", "unet", "vae_encoder", "vae_decoder")) {
            Optional<Path> network = folder.findNetwork(component + "/model");
            if (network.isPresent()) {
                files.addAll(files(network.get()));
            }
        }
        return files;
    }

    private static long bytes(Path network) throws ProviderException {
        long bytes = 0;
        for (Path file : files(network)) {
            bytes += file.toFile().length();
        }
        return bytes;
    }

    /** The network and the files that it takes weights from. */
    private static List<Path> files(Path network) throws ProviderException {
        List<Path> files = new ArrayList<>(List.of(network));
        ExternalData.check(network).forEach(location -> files.add(network.resolveSibling(location)));
        return files;
    }

    @Override
    public void close() throws ProviderException {
        for (Network network : open.values()) {
            network.close();
        }
        open.clear();
    }
}
