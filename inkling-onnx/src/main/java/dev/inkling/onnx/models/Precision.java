package dev.inkling.onnx.models;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How exact the weights of a network are; the name of its file ends accordingly. */
public enum Precision {
    /** 32 bits, or what the network was published in. */
    FULL(""),
    /** Half of that. */
    FP16("_fp16"),
    /** Whole numbers of 8 bits. */
    QUANTIZED("_quantized", "_int8", "_uint8");

    private static final String EXTENSION = ".onnx";

    private final List<String> endings;

    Precision(String... endings) {
        this.endings = List.of(endings);
    }

    /** The files of a network, without the extension, in each precision, the best first. */
    static Stream<String> files(String network) {
        return endings(Stream.of(values())).map(ending -> network + ending + EXTENSION);
    }

    private static Stream<String> endings(Stream<Precision> precisions) {
        return precisions.flatMap(precision -> precision.endings.stream());
    }

    /**
     * One file for each network: in this precision where there is one, else in the best.
     *
     * @param files ONNX files; those in other precisions still are left out
     * @return file by network, which is its path without ending and extension
     */
    Map<String, String> choose(Collection<String> files) {
        Map<String, String> chosen = new TreeMap<>();
        for (String file : files) {
            String network = network(file);
            first(network, files).ifPresent(best -> chosen.put(network, best));
        }
        return chosen;
    }

    private Optional<String> first(String network, Collection<String> files) {
        List<String> order = new ArrayList<>(endings);
        endings(Stream.of(values())).forEach(order::add);
        return order.stream()
                .map(ending -> network + ending + EXTENSION)
                .filter(files::contains)
                .findFirst();
    }

    /** Path of a network without what depends on the precision. */
    private static String network(String file) {
        String stem = file.substring(0, file.length() - EXTENSION.length());
        // Those that are not loaded here count as precisions too: their networks are there in another one.
        return stem.replaceFirst("_(fp16|quantized|u?int8|q8|q4|q4f16|bnb4|uint4|int4)$", "");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
