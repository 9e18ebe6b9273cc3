package dev.inkling.onnx.models;

import dev.inkling.ProviderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a model of the store consists of, so that every change shows. It lies beside the files, in JSON.
 *
 * @param source   where it came from: {@code hf:owner/name}, or the path that was imported
 * @param revision hash of the commit that the hub gave; empty for what was imported
 * @param files    all of them, sorted by path
 */
public record ModelLock(String source, String revision, List<Entry> files) {
    /** Name of the lock file in the folder of a model. */
    static final String FILE = "inkling-lock.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public ModelLock {
        files = List.copyOf(files);
    }

    /**
     * A file of a model.
     *
     * @param path   relative to the folder of the model, with slashes
     * @param size   bytes, 0 or more
     * @param sha256 hash of its content, 64 lower-case hexadecimal digits
     */
    public record Entry(String path, long size, String sha256) {
        private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

        public Entry {
            if (!FileName.isSafe(path) || path.equals(FILE) || size < 0 || !SHA256.matcher(sha256).matches()) {
                throw new IllegalArgumentException("no file of a model: " + path + ", " + size + " bytes, " + sha256);
            }
        }

        boolean isNetwork() {
            return path.endsWith(".onnx");
        }
    }

    /**
     * Reads the lock of a model.
     *
     * @throws ProviderException when it is missing or damaged
     */
    static ModelLock read(ModelName model, Path folder) throws ProviderException {
        try {
            JsonNode lock = JSON.readTree(folder.resolve(FILE));
            List<Entry> files = new ArrayList<>();
            for (JsonNode file : lock.required("files").values()) {
                files.add(new Entry(
                        file.required("path").stringValue(),
                        file.required("size").longValue(),
                        file.required("sha256").stringValue()));
            }
            return new ModelLock(
                    lock.required("source").stringValue(), lock.required("revision").stringValue(), files);
        } catch (JacksonException | IllegalArgumentException e) {
            ProviderException damaged = new ProviderException(
                    model.value(), false, "its lock file " + FILE + " is missing or damaged: " + e.getMessage());
            damaged.initCause(e);
            throw damaged;
        }
    }

    /** Writes it beside the files. */
    void write(Path folder) throws IOException {
        ObjectNode lock = JSON.createObjectNode();
        lock.put("source", source).put("revision", revision);
        ArrayNode list = lock.putArray("files");
        for (Entry file : files) {
            list.addObject().put("path", file.path()).put("size", file.size()).put("sha256", file.sha256());
        }
        Files.write(folder.resolve(FILE), JSON.writeValueAsBytes(lock));
    }

    /** Bytes of all files together. */
    public long size() {
        return files.stream().mapToLong(Entry::size).sum();
    }

    /** Path of the only network of a model that has no folders and no configuration, as import makes one of a file. */
    Optional<String> onlyNetwork() {
        List<Entry> networks = files.stream().filter(Entry::isNetwork).toList();
        boolean more = files.stream().anyMatch(file -> file.path().contains("/") || file.path().endsWith(".json"));
        return networks.size() == 1 && !more ? Optional.of(networks.get(0).path()) : Optional.empty();
    }
}
