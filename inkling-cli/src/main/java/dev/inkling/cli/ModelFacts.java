package dev.inkling.cli;

import dev.inkling.onnx.models.ModelLock;
import dev.inkling.onnx.models.ModelName;
import dev.inkling.onnx.models.ModelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A model of the store, as it is reported.
 *
 * @param name   what options call it
 * @param folder where it is
 * @param lock   what it consists of
 */
record ModelFacts(ModelName name, Path folder, ModelLock lock) {
    private static final int SHORT_HASH = 10;

    static ModelFacts of(ModelStore store, ModelName name) throws IOException {
        return new ModelFacts(name, store.folder(name), store.lock(name));
    }

    /** The name that a user gave. */
    static ModelName name(String text) {
        String name = text.startsWith("hf:") ? text.substring("hf:".length()) : text;
        if (!ModelName.isName(name)) {
            throw new UsageException("'" + text + "' is no name of a model, such as clip or Xenova/clip-vit-base-patch32");
        }
        return new ModelName(name);
    }

    /** {@code Xenova/clip: 606.3 MB in 12 files, hf:Xenova/clip at 0123456789}. */
    String text() {
        int files = lock.files().size();
        String revision = lock.revision().isEmpty()
                ? ""
                : " at " + lock.revision().substring(0, Math.min(SHORT_HASH, lock.revision().length()));
        return name + ": " + megabytes(lock.size()) + " in " + files + (files == 1 ? " file, " : " files, ")
                + lock.source() + revision;
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    void writeTo(JsonWriter json) {
        json.beginObject();
        json.name("name").value(name.value());
        json.name("folder").value(folder.toString());
        json.name("source").value(lock.source());
        json.name("revision").value(lock.revision());
        json.name("bytes").value(lock.size());
        json.name("files").beginArray();
        for (ModelLock.Entry file : lock.files()) {
            json.beginObject();
            json.name("path").value(file.path());
            json.name("bytes").value(file.size());
            json.name("sha256").value(file.sha256()).endObject();
        }
        json.endArray().endObject();
    }

    String json() {
        JsonWriter json = new JsonWriter();
        writeTo(json);
        return json.toString();
    }
}
