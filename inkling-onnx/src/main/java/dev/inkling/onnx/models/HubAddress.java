package dev.inkling.onnx.models;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model on the hub.
 *
 * @param model    owner and name
 * @param revision branch, tag or commit hash
 */
public record HubAddress(ModelName model, String revision) {
    private static final String PREFIX = "hf:";
    private static final Pattern ADDRESS = Pattern.compile(PREFIX + "([^@]+/[^@]+)(?:@([\\w][\\w./-]{0,99}))?");

    /**
     * Reads {@code hf:owner/name} or {@code hf:owner/name@revision}; without one it is {@code main}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static HubAddress of(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        if (!matcher.matches() || !ModelName.isName(matcher.group(1))) {
            throw new IllegalArgumentException(
                    "expected hf:OWNER/NAME or hf:OWNER/NAME@REVISION, found '" + text + "'");
        }
        String revision = matcher.group(2);
        return new HubAddress(new ModelName(matcher.group(1)), revision == null ? "main" : revision);
    }

    /** Where a lock says that it came from; a lock has the commit beside it. */
    String source() {
        return PREFIX + model;
    }

    @Override
    public String toString() {
        return source() + "@" + revision;
    }
}
