package dev.inkling.onnx.models;

import dev.inkling.onnx.ExternalData;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Puts a model that is on this machine into the store. Not thread-safe. */
final class ModelImport {
    private final Path source;
    private final Path root;

    /** Where each file is, by its name in the model. */
    private final TreeMap<String, Path> files = new TreeMap<>();

    /**
     * @param source a folder in the Hugging Face layout, or an ONNX file
     * @throws IOException when it is neither, or names files that are not in it
     */
    ModelImport(Path source) throws IOException {
        if (!Files.exists(source)) {
            throw new NoSuchFileException(source.toString());
        }
        this.source = source;
        this.root = Files.isDirectory(source) ? source : source.toAbsolutePath().getParent();
        if (Files.isDirectory(source)) {
            addFolder();
        } else if (FileKind.of(name(source)) == FileKind.NETWORK) {
            add(source);
            addWeights(source);
            addNames();
        } else {
            throw new FileSystemException(source.toString(), null, "is neither a folder nor an .onnx file");
        }
    }

    private void addFolder() throws IOException {
        try (Stream<Path> found = Files.walk(root)) {
            for (Path path : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
                FileKind kind = FileKind.of(name(path));
                if (kind != FileKind.OTHER) {
                    requireInside(path);
                    add(path);
                }
                if (kind == FileKind.NETWORK) {
                    addWeights(path);
                }
            }
        }
        if (files.keySet().stream().noneMatch(file -> FileKind.of(file) == FileKind.NETWORK)) {
            throw new FileSystemException(source.toString(), null, "there is no ONNX file in it");
        }
    }

    /** The names of what a detector or classifier knows, which describers look for beside it. */
    private void addNames() throws IOException {
        String own = source.getFileName().toString().replaceFirst("\\.onnx$", ".txt");
        for (String name : List.of(own, "labels.txt")) {
            Path names = root.resolve(name);
            if (Files.isRegularFile(names)) {
                requireInside(names);
                add(names);
            }
        }
    }

    /** A network goes with the files that its weights are in. */
    private void addWeights(Path network) throws IOException {
        for (String location : ExternalData.check(network)) {
            Path weights = network.resolveSibling(location).normalize();
            if (!Files.isRegularFile(weights)) {
                throw new FileSystemException(weights.toString(), null, "missing; " + name(network) + " has weights in it");
            }
            add(weights);
        }
    }

    private void add(Path path) throws IOException {
        String name = name(path);
        if (!FileName.isSafe(name) || name.equals(ModelLock.FILE)) {
            throw new FileSystemException(path.toString(), null, "not every system can have a file of this name");
        }
        files.put(name, path.toRealPath());
    }

    private void requireInside(Path path) throws IOException {
        if (!path.toRealPath().startsWith(allowed().toRealPath())) {
            throw new FileSystemException(path.toString(), null, "is a link that leads out of the folder of the model");
        }
    }

    /** The snapshots in Hugging Face's cache are links into a folder beside them. */
    private Path allowed() {
        Path above = root.toAbsolutePath().normalize().getParent();
        return above != null && above.endsWith("snapshots") ? above.getParent() : root;
    }

    private String name(Path path) {
        return root.toAbsolutePath().normalize()
                .relativize(path.toAbsolutePath().normalize())
                .toString()
                .replace(path.getFileSystem().getSeparator(), "/");
    }

    /** Copies or links the files, and locks them. */
    ModelLock into(ModelAssembly assembly, TransferListener listener) throws IOException {
        listener.begins(size(files.values()));
        assembly.clear();
        try {
            for (String file : files.keySet()) {
                assembly.take(files.get(file), file);
                assembly.add(file, listener::advanced);
            }
            return assembly.finish(source.toAbsolutePath().normalize().toString(), "");
        } finally {
            assembly.discard();
        }
    }

    private static long size(Collection<Path> files) throws IOException {
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        return size;
    }
}
