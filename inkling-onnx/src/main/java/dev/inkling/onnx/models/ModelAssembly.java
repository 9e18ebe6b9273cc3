package dev.inkling.onnx.models;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A model that is being put together, in a folder of the store that no name stands for, until it is whole and gets its
 * name. Not thread-safe.
 */
final class ModelAssembly {
    private final ModelStore store;
    private final ModelName model;
    private final Path folder;
    private final List<ModelLock.Entry> files = new ArrayList<>();

    /** What a folder without a name is for; what is left of the same work is found again. */
    enum Work {
        PULL,
        IMPORT,
        REMOVAL
    }

    ModelAssembly(ModelStore store, ModelName model, Work work) {
        this.store = store;
        this.model = model;
        this.folder = folder(store, model, work);
    }

    private static Path folder(ModelStore store, ModelName model, Work work) {
        return store.folder().resolve("." + model.folder() + "." + work.name().toLowerCase(Locale.ROOT));
    }

    /** Where a model is moved to that goes. */
    static Path old(ModelStore store, ModelName model) {
        return folder(store, model, Work.REMOVAL);
    }

    /** Deletes what is left of all work on a model, and says whether there was any. */
    static boolean deleteAll(ModelStore store, ModelName model) throws IOException {
        boolean any = false;
        for (Work work : Work.values()) {
            any |= Files.exists(folder(store, model, work));
            delete(folder(store, model, work));
        }
        return any;
    }

    /** Where it is put together. */
    Path folder() {
        return folder;
    }

    /** Begins without anything that earlier work left. */
    void clear() throws IOException {
        delete(folder);
        Files.createDirectories(folder);
    }

    /** Begins with what earlier work left. */
    void open() throws IOException {
        Files.createDirectories(folder);
    }

    /** Where a file of the model goes; its folders are made. */
    Path place(String file) throws IOException {
        if (!FileName.isSafe(file) || file.equals(ModelLock.FILE)) {
            throw new IllegalArgumentException("no file of a model: " + file);
        }
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return path;
    }

    /** Gives a file that is somewhere on this machine a second name here, or copies it. */
    void take(Path source, String file) throws IOException {
        Path target = place(file);
        Files.deleteIfExists(target);
        try {
            Files.createLink(target, source);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(source, target); // another disk, a system without such links, or a file of another user
        }
    }

    /**
     * Locks a file that is in its place.
     *
     * @param read hears how many bytes were read
     */
    void add(String file, LongConsumer read) throws IOException {
        Path path = folder.resolve(file);
        add(file, Files.size(path), ContentHash.SHA_256.of(path, read));
    }

    /** Locks a file that is in its place and whose size and hash are known. */
    void add(String file, long size, String sha256) {
        files.add(new ModelLock.Entry(file, size, sha256));
    }

    /** Removes all files but these. */
    void retain(Set<String> wanted) throws IOException {
        Set<Path> kept = wanted.stream().map(folder::resolve).collect(Collectors.toSet());
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) found.filter(path -> !Files.isDirectory(path))::iterator) {
                if (!kept.contains(path)) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Gives the model its name; another of that name goes. */
    ModelLock finish(String source, String revision) throws IOException {
        files.sort(Comparator.comparing(ModelLock.Entry::path));
        ModelLock lock = new ModelLock(source, revision, files);
        lock.write(folder);
        Path target = store.folder(model);
        Path old = old(store, model);
        delete(old);
        if (Files.exists(target)) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
        delete(old);
        return lock;
    }

    /** Leaves nothing. */
    void discard() throws IOException {
        delete(folder);
    }

    /** Deletes a folder and all that is in it; links, not what they lead to. */
    static void delete(Path folder) throws IOException {
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (NoSuchFileException e) {
            return; // as wanted
        }
    }

    /** Deletes what it visits. */
    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
