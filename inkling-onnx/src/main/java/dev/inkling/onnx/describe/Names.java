package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.onnx.ModelFile;
import dev.inkling.onnx.TensorType;
import dev.inkling.onnx.models.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the numbers of a network stand for. Counts are of how many it knows, {@link TensorType#ANY} where it does not say. */
final class Names {
    /** No list of names is longer. */
    private static final long MOST_BYTES = 1 << 20;
    /** Some networks leave out the first kind of a list, which stands for none. */
    private static final String NONE = "background";

    private Names() {}

    /**
     * The names in a file beside a model, one a line, the first of number 0: that of the model with {@code .txt} in the
     * place of {@code .onnx}, or {@code labels.txt}.
     *
     * @param usual stands in for a missing file where it is as long
     * @throws ProviderException when there are no such names; the message says what was expected
     */
    static List<String> beside(ModelFile model, long count, List<String> usual) throws ProviderException {
        String own = model.name().replaceFirst("\\.onnx$", "") + ".txt";
        for (String name : List.of(own, "labels.txt")) {
            Path file = model.path().resolveSibling(name);
            if (Files.isRegularFile(file)) {
                return checked(lines(file, model), count, name, model);
            }
        }
        if (usual.size() == count) {
            return usual;
        }
        throw model.failure("expected the names of its kinds beside it, one a line, in " + own
                + " or labels.txt; found neither");
    }

    /**
     * The names in the {@code id2label} of a {@code config.json}.
     *
     * @throws ProviderException when there are no such names
     */
    static List<String> ofConfiguration(ModelFolder folder, ModelFile model, long count) throws ProviderException {
        JsonNode labels = folder.json("config.json").path("id2label");
        List<String> names = new ArrayList<>();
        while (labels.has(String.valueOf(names.size()))) {
            names.add(labels.path(String.valueOf(names.size())).asString(""));
        }
        return checked(names, count, "id2label of config.json", model);
    }

    private static List<String> lines(Path file, ModelFile model) throws ProviderException {
        try {
            return Files.size(file) > MOST_BYTES ? List.of() : Files.readAllLines(file);
        } catch (IOException e) {
            throw model.failure("its names in " + file.getFileName() + " cannot be read", e);
        }
    }

    private static List<String> checked(List<String> names, long count, String where, ModelFile model)
            throws ProviderException {
        boolean fits = count == TensorType.ANY || names.size() == count;
        if (!names.isEmpty() && fits) {
            return List.copyOf(names);
        }
        if (names.size() == count + 1 && names.get(0).strip().equalsIgnoreCase(NONE)) {
            return List.copyOf(names.subList(1, names.size()));
        }
        throw model.failure("expected " + (count == TensorType.ANY ? "" : count + " ") + "names in " + where + ", found "
                + names.size());
    }
}
