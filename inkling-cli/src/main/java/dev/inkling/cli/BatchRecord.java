package dev.inkling.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Remembers with which options each output of a folder was made: a text file that only grows, a line an output. A line
 * that an interruption cut short matches no output, so that its output is made again. Thread-safe.
 */
final class BatchRecord implements AutoCloseable {
    static final String FILE_NAME = ".inkling-batch.tsv";

    private final Map<String, String> optionsByOutput;
    private final BufferedWriter writer;
    private final Path folder;
    private final String options;

    private BatchRecord(Map<String, String> optionsByOutput, BufferedWriter writer, Path folder, String options) {
        this.optionsByOutput = optionsByOutput;
        this.writer = writer;
        this.folder = folder;
        this.options = options;
    }

    /**
     * @param file    the record, made when it is missing; beside the outputs
     * @param options the options of this run
     */
    static BatchRecord open(Path file, String options) throws IOException {
        Map<String, String> known = new HashMap<>();
        if (Files.exists(file)) {
            // Not readAllLines, which refuses the whole record for one wrong byte.
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
                int tab = line.indexOf('\t');
                if (tab >= 0) {
                    known.put(line.substring(tab + 1), line.substring(0, tab));
                }
            }
        }
        BufferedWriter writer = Files.newBufferedWriter(
                file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        writer.write('\n');
        return new BatchRecord(known, writer, file.toAbsolutePath().getParent(), options);
    }

    /** Whether the output is there, newer than its source, and made with these options. */
    synchronized boolean isDone(BatchItem item) throws IOException {
        return options.equals(optionsByOutput.get(key(item)))
                && Files.exists(item.output())
                && Files.getLastModifiedTime(item.output()).compareTo(Files.getLastModifiedTime(item.input())) >= 0;
    }

    synchronized void add(BatchItem item) throws IOException {
        optionsByOutput.put(key(item), options);
        writer.write(options + "\t" + key(item) + "\n");
        writer.flush();
    }

    private String key(BatchItem item) {
        return folder.relativize(item.output().toAbsolutePath())
                .toString()
                .replace('\n', '?');
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
