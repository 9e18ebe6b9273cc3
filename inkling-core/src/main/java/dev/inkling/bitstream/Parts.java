package dev.inkling.bitstream;

import dev.inkling.Layer;
import java.util.ArrayList;
import java.util.List;

/** Divides a file among its parts, the same way for writer and reader. */
final class Parts {
    private Parts() {}

    /**
     * @param header  bytes before the payload
     * @param payload bytes of the payload
     * @param check   bytes after the payload
     * @param layers  the layers of the payload
     * @param ends    bits of the payload up to the end of each layer but the last, which takes what is left
     */
    static Budget budget(int header, int payload, int check, List<Layer> layers, List<Long> ends) {
        List<Budget.Part> parts = new ArrayList<>();
        parts.add(new Budget.Part("header", 8L * header));
        long start = 0;
        for (int i = 0; i < layers.size(); i++) {
            long end = i == layers.size() - 1 ? 8L * payload : Math.min(ends.get(i), 8L * payload);
            parts.add(new Budget.Part(layers.get(i).type().label(), end - start));
            start = end;
        }
        parts.add(new Budget.Part("check", 8L * check));
        return new Budget(parts);
    }
}
