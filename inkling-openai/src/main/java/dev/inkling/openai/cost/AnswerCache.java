package dev.inkling.openai.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Answers on disk, by the hash of what was asked. A file is written whole or not at all, so that several processes may
 * share a folder; when they grow too large, the answers that were used longest ago go. Thread-safe.
 */
public final class AnswerCache {
    /** After a clean-up there is room for a while. */
    private static final double KEPT_SHARE = 0.9;

    private final Path folder;
    private final long maxBytes;
    private long sinceCount;
    private long counted = -1;

    /**
     * @param folder   made when it is missing
     * @param maxBytes how large all answers may be together
     */
    public AnswerCache(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    /**
     * What is there.
     *
     * @param answers how many
     * @param bytes   how large all together
     */
    public record Contents(int answers, long bytes) {}

    /** One answer on disk. */
    private record Entry(Path file, long bytes, FileTime used) {}

    public Path folder() {
        return folder;
    }

    /** The answer to a question, if it is there. */
    public Optional<byte[]> find(Question question) throws IOException {
        Path file = file(question);
        try {
            byte[] answer = Files.readAllBytes(file);
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
            return Optional.of(answer);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Keeps an answer. */
    public void keep(Question question, byte[] answer) throws IOException {
        Path file = file(question);
        Files.createDirectories(file.getParent());
        Path temporary = file.resolveSibling(
                "." + ProcessHandle.current().pid() + "-" + Thread.currentThread().getId() + ".tmp");
        try {
            Files.write(temporary, answer);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        makeRoom(answer.length);
    }

    private Path file(Question question) {
        String hash = question.hash();
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    /** Other processes may write too, so the folder is counted again every now and then. */
    private synchronized void makeRoom(long added) throws IOException {
        sinceCount += added;
        if (counted >= 0 && counted + sinceCount <= maxBytes && sinceCount < maxBytes / 10) {
            return;
        }
        List<Entry> entries = entries();
        counted = entries.stream().mapToLong(Entry::bytes).sum();
        sinceCount = 0;
        if (counted > maxBytes) {
            entries.sort(Comparator.comparing(Entry::used));
            for (Entry entry : entries) {
                if (counted <= KEPT_SHARE * maxBytes) {
                    return;
                }
                Files.deleteIfExists(entry.file());
                counted -= entry.bytes();
            }
        }
    }

    public Contents contents() throws IOException {
        List<Entry> entries = entries();
        return new Contents(entries.size(), entries.stream().mapToLong(Entry::bytes).sum());
    }

    /** Removes all answers and says what was there. */
    public synchronized Contents clear() throws IOException {
        Contents before = contents();
        for (Entry entry : entries()) {
            Files.deleteIfExists(entry.file());
            deleteIfEmpty(entry.file().getParent());
        }
        counted = -1;
        return before;
    }

    private static void deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // Something of others is in it.
        }
    }

    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return entries;
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(AnswerCache::isAnswer).toList()) {
                if (Files.exists(file)) {
                    entries.add(new Entry(file, Files.size(file), Files.getLastModifiedTime(file)));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return entries;
    }

    /** The folder is the user's to choose: nothing else in it is touched. */
    private static boolean isAnswer(Path file) {
        return file.getFileName().toString().matches("[0-9a-f]{64}");
    }
}
