package dev.inkling.eval;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The folder of an evaluation, and its memory: finished measurements are lines of a file that only grows, so that an
 * interruption costs what was being done and no more. A line that was cut short counts as none. Thread-safe.
 */
public final class ResultFolder implements Closeable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path root;
    private final Map<String, Measurement> finished;
    private final BufferedWriter journal;

    private ResultFolder(Path root, Map<String, Measurement> finished, BufferedWriter journal) {
        this.root = root;
        this.finished = finished;
        this.journal = journal;
    }

    /** A line of the journal. */
    private record Entry(String key, Measurement measurement) {}

    /** Opens a folder, which is made when it is missing. */
    public static ResultFolder open(Path root) throws IOException {
        Files.createDirectories(gallery(root));
        Path file = work(root).resolve("measurements.jsonl");
        Map<String, Measurement> finished = Files.exists(file) ? read(file) : new HashMap<>();
        BufferedWriter journal = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        journal.write('\n');
        return new ResultFolder(root, finished, journal);
    }

    private static Map<String, Measurement> read(Path file) throws IOException {
        Map<String, Measurement> finished = new HashMap<>();
        for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
            entry(line).ifPresent(entry -> finished.put(entry.key(), entry.measurement()));
        }
        return finished;
    }

    private static Optional<Entry> entry(String line) {
        try {
            return line.isBlank() ? Optional.empty() : Optional.of(JSON.readValue(line, Entry.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    synchronized Optional<Measurement> finished(String key) {
        return Optional.ofNullable(finished.get(key));
    }

    synchronized void add(String key, Measurement measurement) throws IOException {
        finished.put(key, measurement);
        journal.write(JSON.writeValueAsString(new Entry(key, measurement)) + "\n");
        journal.flush();
    }

    /** Where the small copy of a reconstruction lies that reports show. */
    public Path galleryPicture(String key) {
        return gallery(root).resolve(key + ".jpg");
    }

    /** Where an embedding lies. */
    Path embedding(String key) {
        return work(root).resolve("embeddings").resolve(key + ".f32");
    }

    /** Where a file lies while it is measured. */
    Path scratch(String key, String extension) {
        return work(root).resolve(key + "." + extension);
    }

    /** Where a file stays. */
    Path kept(SourcePicture picture, Codec codec, int maxBytes) {
        return root.resolve("files")
                .resolve(codec.name().replaceAll("[^A-Za-z0-9.+-]+", "-"))
                .resolve(String.valueOf(maxBytes))
                .resolve(picture.name() + "." + codec.extension());
    }

    /** Writes one of the finished documents: a reader sees the old one or the whole new one. */
    public void publish(String name, byte[] content) throws IOException {
        write(root.resolve(name), content);
    }

    static void write(Path target, byte[] content) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new FileSystemException(target.toString(), null, "has no folder");
        }
        Files.createDirectories(folder);
        Path temporary = folder.resolve(".inkling-" + ProcessHandle.current().pid() + "-"
                + Thread.currentThread().getId() + ".tmp");
        try {
            Files.write(temporary, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Path work(Path root) {
        return root.resolve(".work");
    }

    private static Path gallery(Path root) {
        return work(root).resolve("gallery");
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
