package dev.inkling.eval;

import java.util.LinkedHashMap;
import java.util.Map;

/** A file that a codec made, in memory. Immutable. */
public final class Coded {
    private final byte[] file;
    private final Map<String, Long> parts;
    private final String setting;
    private final double seconds;

    /**
     * @param file    the bytes of the file
     * @param parts   bits by part of the file, in file order; they sum to 8 times its length
     * @param setting what was chosen to meet the budget, for readers of the report; empty when there was no choice
     * @param seconds how long the encoding took, without the search for the setting
     * @throws IllegalArgumentException when the parts do not sum to the file
     */
    public Coded(byte[] file, Map<String, Long> parts, String setting, double seconds) {
        long bits = parts.values().stream().mapToLong(Long::longValue).sum();
        if (bits != 8L * file.length) {
            throw new IllegalArgumentException("parts of " + bits + " bits for a file of " + file.length + " bytes");
        }
        this.file = file.clone();
        this.parts = new LinkedHashMap<>(parts);
        this.setting = setting;
        this.seconds = seconds;
    }

    public byte[] file() {
        return file.clone();
    }

    public Map<String, Long> parts() {
        return new LinkedHashMap<>(parts);
    }

    public String setting() {
        return setting;
    }

    public double seconds() {
        return seconds;
    }
}
