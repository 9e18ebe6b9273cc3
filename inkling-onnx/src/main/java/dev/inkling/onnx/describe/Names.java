package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.onnx.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the numbers of a network stand for: a text file beside it, one name a line, the first of number 0. */
final class Names {
    /** No list of names is longer. */
    private static final long MOST_BYTES = 1 << 20;

    private Names() {}

    /**
     * The names in a file beside a model: that of the model with {@code .txt} in the place of {@code .onnx}, or {@code
     * labels.txt}.
     *
     * @param count how many there must be
     * @param usual stands in for a missing file where it is as long
     * @throws ProviderException when there are no such names; the message says what was expected
     */
    static List<String> beside(ModelFile model, int count, List<String> usual) throws ProviderException {
        String own = model.name().replaceFirst("\\.onnx$", "") + ".txt";
        for (String name : List.of(own, "labels.txt")) {
            Path file = model.path().resolveSibling(name);
            if (Files.isRegularFile(file)) {
                return read(file, count, model);
            }
        }
        if (usual.size() == count) {
            return usual;
        }
        throw model.failure("expected the names of its " + count + " kinds beside it, one a line, in " + own
                + " or labels.txt; found neither");
    }

    private static List<String> read(Path file, int count, ModelFile model) throws ProviderException {
        List<String> names;
        try {
            names = Files.size(file) > MOST_BYTES ? List.of() : Files.readAllLines(file);
        } catch (IOException e) {
            throw model.failure("its names in " + file.getFileName() + " cannot be read", e);
        }
        if (names.size() != count) {
            throw model.failure("expected " + count + " names in " + file.getFileName() + ", one a line, found "
                    + names.size());
        }
        return List.copyOf(names);
    }
}
