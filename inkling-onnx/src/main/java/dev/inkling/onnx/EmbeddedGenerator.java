package dev.inkling.onnx;

import dev.inkling.Generator;
import dev.inkling.Layer;
import dev.inkling.ProviderException;
import dev.inkling.classical.ClassicalGenerator;
import dev.inkling.image.ImageSize;
import java.io.Closeable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The generator that needs no model of the user's: enlarges the tiny picture with the network in this module, which is
 * loaded when the first one comes, or {@linkplain #preload earlier}. Files without a tiny picture, and all files where the
 * network cannot be loaded, go to the classical generator.
 *
 * <p>Thread-safe, but close it only when no call is running. The same layers give the same picture with the same build
 * of ONNX Runtime, and elsewhere nearly the same: networks compute with floats.
 */
public final class EmbeddedGenerator implements Generator, Closeable {
    private final Loader loader;
    private final Consumer<String> warnings;
    private final Generator classical = new ClassicalGenerator();
    private @Nullable CompletableFuture<Optional<GeneratorNetwork>> network;

    /**
     * A generator that has not loaded anything yet.
     *
     * @param threads  how many threads one picture may keep busy, 1 or more
     * @param warnings hears, at most once, that the classical generator stands in, and why
     */
    public EmbeddedGenerator(int threads, Consumer<String> warnings) {
        this(() -> new GeneratorNetwork(threads), warnings);
    }

    EmbeddedGenerator(Loader loader, Consumer<String> warnings) {
        this.loader = loader;
        this.warnings = warnings;
    }

    /** Loads the network, or says why it cannot be. */
    interface Loader {
        GeneratorNetwork load() throws ProviderException;
    }

    /** Begins to load the network beside whatever else goes on, for callers that will want it soon. */
    public void preload() {
        loading();
    }

    private synchronized CompletableFuture<Optional<GeneratorNetwork>> loading() {
        if (network == null) {
            network = CompletableFuture.supplyAsync(this::load, EmbeddedGenerator::onThread);
        }
        return network;
    }

    /** On a thread of its own: the common pool has a single one on two cores, which encoding needs. */
    private static void onThread(Runnable task) {
        Thread thread = new Thread(task, "inkling-network");
        thread.setDaemon(true);
        thread.start();
    }

    private Optional<GeneratorNetwork> load() {
        try {
            return Optional.of(loader.load());
        } catch (ProviderException e) {
            warnings.accept(e.getMessage() + "; pictures are made without a network");
            return Optional.empty();
        }
    }

    @Override
    public Generated generate(List<Layer> layers, ImageSize size) throws ProviderException {
        for (Layer layer : layers) {
            if (layer instanceof Layer.Picture picture) {
                Optional<GeneratorNetwork> loaded = loading().join();
                return loaded.isEmpty()
                        ? classical.generate(layers, size)
                        : ClassicalGenerator.withLines(
                                new Generated(loaded.get().enlarge(picture, size), List.of()), layers);
            }
        }
        return classical.generate(layers, size);
    }

    /** Frees the network. */
    @Override
    public synchronized void close() throws ProviderException {
        Optional<GeneratorNetwork> loaded = network == null ? Optional.empty() : network.join();
        if (loaded.isPresent()) {
            loaded.get().close();
        }
    }
}
