package dev.inkling.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One file of a batch.
 *
 * @param name   name of the input below the input folder, for messages
 * @param input  the file to read
 * @param output the file to make
 */
record BatchItem(String name, Path input, Path output) {
    /** All files of a folder and its subfolders that the step takes, by name. */
    static List<BatchItem> find(Path from, Path to, BatchStep step) throws IOException {
        Path avoid = to.toRealPath();
        boolean nested = !avoid.equals(from.toRealPath());
        List<Path> inputs = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.sorted().collect(Collectors.toList())) {
                // Asked first, since a link that leads nowhere has no real path.
                boolean taken = Files.isRegularFile(path) && step.inputExtensions().contains(PictureFiles.extension(path));
                if (taken && !(nested && path.toRealPath().startsWith(avoid))) {
                    inputs.add(path);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return withOutputs(inputs, from, to, step);
    }

    /** Two inputs that differ in their extension alone keep it, so that neither result replaces the other. */
    private static List<BatchItem> withOutputs(List<Path> inputs, Path from, Path to, BatchStep step) {
        Map<String, Integer> users = new HashMap<>();
        inputs.forEach(input -> users.merge(stem(from, input), 1, Integer::sum));
        List<BatchItem> items = new ArrayList<>();
        for (Path input : inputs) {
            String name = from.relativize(input).toString();
            String stem = users.get(stem(from, input)) == 1 ? stem(from, input) : name;
            items.add(new BatchItem(name, input, to.resolve(stem + step.outputExtension())));
        }
        return items;
    }

    private static String stem(Path from, Path input) {
        return FileNames.withoutExtension(from.relativize(input).toString());
    }
}
