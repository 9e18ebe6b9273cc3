package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.models.ModelFolder;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The networks of a model that were opened, to be closed together. Not thread-safe; the networks are. */
final class OpenNetworks implements Closeable {
    private final ModelFolder folder;
    private final int threads;
    private final List<Network> networks = new ArrayList<>();

    /** @param threads how many threads one run may keep busy, 1 or more */
    OpenNetworks(ModelFolder folder, int threads) {
        this.folder = folder;
        this.threads = threads;
    }

    /** Whether there is a network of this name in {@code onnx/}, in any precision. */
    boolean has(String name) {
        return folder.hasNetwork("onnx/" + name);
    }

    /**
     * Opens the first of these networks that is there; see {@link ModelFolder#network}.
     *
     * @throws ProviderException when none is there or it cannot be loaded
     */
    Network open(String... names) throws ProviderException {
        String[] inFolder = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            inFolder[i] = "onnx/" + names[i];
        }
        Network network = folder.network(threads, inFolder);
        networks.add(network);
        return network;
    }

    /** Names all of them by their content, for results. */
    String identity() {
        return networks.stream().map(network -> network.file().toString()).collect(Collectors.joining(", "));
    }

    @Override
    public void close() throws ProviderException {
        for (Network network : networks) {
            network.close();
        }
    }
}
