package dev.inkling.onnx.models;

import java.util.regex.Pattern;

/**
 * The rule for names of files in a model, which hubs and lock files give: relative, with slashes, of characters that every
 * file system has, and never out of the folder.
 */
final class FileName {
    private static final int LONGEST = 500;
    private static final Pattern PARTS = Pattern.compile("[\\w.+=@,() -]{0,199}[\\w+=@,()-](?:/[\\w.+=@,() -]{0,199}[\\w+=@,()-])*");

    private FileName() {}

    /** Whether a file of a model may be called so; a part never ends with a dot or a space, so none is {@code ..}. */
    static boolean isSafe(String name) {
        return name.length() <= LONGEST && PARTS.matcher(name).matches();
    }
}
