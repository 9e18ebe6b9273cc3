package dev.inkling.onnx.diffusion;

import dev.inkling.ProviderException;
import dev.inkling.onnx.ExternalData;
import dev.inkling.onnx.ModelFile;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.models.ModelFolder;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The networks of a model, each loaded when it is needed. It is closed when that is done, so that memory holds one of
 * them at a time, or kept open where all of them together are small enough. Not thread-safe.
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

    /** Hashes of a component's network and of the files that it takes weights from. */
    String hashes(String component) throws ProviderException {
        StringBuilder hashes = new StringBuilder();
        for (Path file : files(folder.networkFile(component + "/model"))) {
            hashes.append(" sha256:").append(ModelFile.of(file).sha256());
        }
        return hashes.toString();
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
