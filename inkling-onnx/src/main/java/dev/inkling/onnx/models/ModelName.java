package dev.inkling.onnx.models;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a model is called in the store: {@code owner/name} as on the hub, or a name without an owner.
 *
 * @param value each part up to 96 letters, digits, dots, hyphens and underscores; neither dots nor hyphens in a row or at
 *              the ends, as on the hub
 */
public record ModelName(String value) implements Comparable<ModelName> {
    private static final String PART = "(?=[^/]{1,96}(?:/|$))\\w+(?:[.-]\\w+)*";
    private static final Pattern NAME = Pattern.compile(PART + "(?:/" + PART + ")?");

    /** In the name of a folder it stands for the slash; no part of a name has it. */
    private static final String SLASH = "--";

    /** @throws IllegalArgumentException when it is none */
    public ModelName {
        if (!isName(value)) {
            throw new IllegalArgumentException("no name of a model: " + value);
        }
    }

    /** Whether a model may be called so. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** The name that a folder of the store stands for. */
    static Optional<ModelName> ofFolder(String folder) {
        String name = folder.replaceFirst(SLASH, "/");
        return isName(name) ? Optional.of(new ModelName(name)) : Optional.empty();
    }

    /** Name of the folder in the store. */
    String folder() {
        return value.replace("/", SLASH);
    }

    @Override
    public int compareTo(ModelName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
