package dev.inkling.bitstream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each part of a file costs. The parts sum to the length of the file.
 *
 * @param parts the parts in file order
 */
public record Budget(List<Part> parts) {
    /**
     * One part of a file.
     *
     * @param name such as {@code header}, {@code text}, {@code picture}, {@code check}
     * @param bits its share of the file, at least 0
     */
    public record Part(String name, long bits) {}

    public Budget {
        parts = List.copyOf(parts);
    }

    /** All parts together, in bits: 8 times the length of the file. */
    public long bits() {
        return parts.stream().mapToLong(Part::bits).sum();
    }

    /** The parts by name, in file order. */
    public Map<String, Long> byName() {
        Map<String, Long> map = new LinkedHashMap<>();
        parts.forEach(part -> map.merge(part.name(), part.bits(), Long::sum));
        return map;
    }
}
