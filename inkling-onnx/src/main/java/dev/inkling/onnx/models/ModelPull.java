package dev.inkling.onnx.models;

import dev.inkling.ProviderException;
import dev.inkling.onnx.ExternalData;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Brings a model from the hub into a store: whole or not at all, pinned to a commit. What came before an interruption is
 * there the next time, and what an older version has is not loaded again. Not thread-safe.
 */
public final class ModelPull {
    private final ModelStore store;
    private final Hub hub;
    private final TransferListener listener;

    /** SHA-256 of the files that are in their place, by path. */
    private final Map<String, String> hashes = new HashMap<>();

    public ModelPull(ModelStore store, Hub hub, TransferListener listener) {
        this.store = store;
        this.hub = hub;
        this.listener = listener;
    }

    /**
     * Asks the hub what there is.
     *
     * @throws FileSystemException when the name is taken by a model from somewhere else
     * @throws ProviderException   when the hub fails, or has no such model
     */
    public PullPlan plan(HubAddress address, PullSelection selection) throws IOException {
        ModelLock lock = present(address);
        if (lock != null && !lock.source().equals(address.source())) {
            throw new FileSystemException(
                    address.model().value(), null, "a model of this name is there already, from " + lock.source() + "; remove it first");
        }
        HubListing listing = hub.list(address, listener);
        return new PullPlan(listing, selection.of(listing));
    }

    private @Nullable ModelLock present(HubAddress address) throws IOException {
        return Files.isDirectory(store.folder(address.model())) ? store.lock(address.model()) : null;
    }

    /** Whether a model is there as planned, so that there is nothing to do. */
    public boolean isDone(PullPlan plan) throws IOException {
        ModelLock lock = present(plan.address());
        if (lock == null || !lock.revision().equals(plan.commit())) {
            return false;
        }
        Path folder = store.folder(plan.address().model());
        for (HubFile file : plan.files()) {
            Path path = folder.resolve(file.path());
            if (entry(lock, file).isEmpty() || !Files.isRegularFile(path) || Files.size(path) != file.size()) {
                return false;
            }
        }
        return true;
    }

    private static Optional<ModelLock.Entry> entry(ModelLock lock, HubFile file) {
        return lock.files().stream().filter(entry -> entry.path().equals(file.path())).findFirst();
    }

    /**
     * Gets what is planned, and weights that only the networks themselves name.
     *
     * @throws FileSystemException when there is not enough space
     * @throws ProviderException   when the hub fails, or sends something else than it lists
     */
    public ModelLock run(PullPlan plan) throws IOException {
        return ModelHold.during(store, plan.address().model(), () -> assemble(plan));
    }

    private ModelLock assemble(PullPlan plan) throws IOException {
        ModelAssembly assembly = new ModelAssembly(store, plan.address().model(), ModelAssembly.Work.PULL);
        assembly.open();
        Map<String, HubFile> files = new LinkedHashMap<>();
        plan.files().forEach(file -> files.put(file.path(), file));
        fetch(plan.listing(), files, assembly);
        Map<String, HubFile> weights = missingWeights(plan.listing(), files, assembly);
        if (!weights.isEmpty()) {
            files.putAll(weights);
            fetch(plan.listing(), files, assembly);
        }
        assembly.retain(files.keySet());
        for (HubFile file : files.values()) {
            assembly.add(file.path(), file.size(), hashes.get(file.path()));
        }
        return assembly.finish(plan.address().source(), plan.commit());
    }

    private void fetch(HubListing listing, Map<String, HubFile> files, ModelAssembly assembly) throws IOException {
        Map<String, HubFile> missing = new LinkedHashMap<>(files);
        missing.values().removeIf(file -> hashes.containsKey(file.path()));
        listener.begins(missing.values().stream().mapToLong(HubFile::size).sum());
        takeWhatIsHere(missing, listing, assembly);
        requireSpace(missing, assembly);
        for (HubFile file : missing.values()) {
            Path target = assembly.place(file.path());
            Path part = Download.part(target);
            listener.advanced(Files.exists(part) ? Files.size(part) : 0);
            hub.download(listing, file, target, listener);
            hashes.put(file.path(), sha256(file, target));
        }
    }

    /** What an interrupted attempt or another revision has brought. */
    private void takeWhatIsHere(Map<String, HubFile> missing, HubListing listing, ModelAssembly assembly)
            throws IOException {
        Path old = store.folder(listing.address().model());
        for (HubFile file : missing.values()) {
            Path target = assembly.place(file.path());
            boolean here = is(file, target);
            if (!here && is(file, old.resolve(file.path()))) {
                assembly.take(old.resolve(file.path()), file.path());
                here = true;
            }
            if (here) {
                hashes.put(file.path(), sha256(file, target));
                listener.advanced(file.size());
            }
        }
        missing.keySet().removeAll(hashes.keySet());
    }

    private static boolean is(HubFile file, Path path) throws IOException {
        return Files.isRegularFile(path)
                && Files.size(path) == file.size()
                && file.kind().of(path, read -> {}).equals(file.hash());
    }

    private static String sha256(HubFile file, Path path) throws IOException {
        return file.kind() == ContentHash.SHA_256 ? file.hash() : ContentHash.SHA_256.of(path, read -> {});
    }

    private static void requireSpace(Map<String, HubFile> missing, ModelAssembly assembly) throws IOException {
        long needed = 0;
        for (HubFile file : missing.values()) {
            Path part = Download.part(assembly.place(file.path()));
            needed += file.size() - (Files.exists(part) ? Files.size(part) : 0);
        }
        long free = Files.getFileStore(assembly.folder()).getUsableSpace();
        if (needed > free) {
            throw new FileSystemException(assembly.folder().toString(), null, String.format(
                    Locale.ROOT, "%.1f MB are still to come, but only %.1f MB are free", needed / 1e6, free / 1e6));
        }
    }

    private static Map<String, HubFile> missingWeights(
            HubListing listing, Map<String, HubFile> files, ModelAssembly assembly) throws IOException {
        Map<String, HubFile> missing = new LinkedHashMap<>();
        for (String network : new TreeSet<>(files.keySet())) {
            if (FileKind.of(network) == FileKind.NETWORK) {
                for (String location : ExternalData.check(assembly.place(network))) {
                    String path = beside(network, location);
                    if (!files.containsKey(path)) {
                        missing.put(path, PullSelection.safe(listing, path));
                    }
                }
            }
        }
        return missing;
    }

    private static String beside(String network, String location) {
        Path path = Path.of(network).resolveSibling(location).normalize();
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
