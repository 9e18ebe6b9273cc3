package dev.inkling.onnx;

import dev.inkling.ProviderException;
import dev.inkling.onnx.ProtobufReader.MalformedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files beside an ONNX model that its weights are in. A model names them by itself ({@code external_data} of {@code
 * TensorProto}, onnx.proto3), and ONNX Runtime opens what it names, so a model from somewhere else could read any file.
 * Here they are found, wherever in the model they are named, and refused when they are not in its folder. Not thread-safe.
 */
public final class ExternalData {
    private static final int MOST_LOCATIONS = 100_000;
    private static final int LONGEST_TEXT = 4096;

    /** Protocol Buffers' own readers go no deeper. */
    private static final int DEEPEST = 100;

    /** Not on every system are these what they seem: other separators, drives and streams, ONNX Runtime's own marks. */
    private static final Pattern ODD = Pattern.compile("[\\\\:*?\"<>|\\p{Cntrl}\ufffd]");

    /** Some systems overlook spaces and dots at the end of a name. */
    private static final Pattern UPWARDS = Pattern.compile("\\.[. ]+");

    private final ProtobufReader in;
    private final Set<String> locations = new LinkedHashSet<>();
    private boolean hasGraph;

    private ExternalData(ProtobufReader in) {
        this.in = in;
    }

    /** The messages of onnx.proto3 that tensors can be in. */
    private enum Message {
        MODEL,
        TRAINING,
        FUNCTION,
        GRAPH,
        NODE,
        ATTRIBUTE,
        SPARSE_TENSOR,
        TENSOR,
        ENTRY;

        /** What a field of this message is; null for one that has no tensor. */
        @Nullable Message field(int number) {
            return switch (this) {
                case MODEL -> number == 7 ? GRAPH : number == 20 ? TRAINING : number == 25 ? FUNCTION : null;
                case TRAINING -> number == 1 || number == 2 ? GRAPH : null;
                case FUNCTION -> number == 7 ? NODE : number == 11 ? ATTRIBUTE : null;
                case GRAPH -> number == 1 ? NODE : number == 5 ? TENSOR : number == 15 ? SPARSE_TENSOR : null;
                case NODE -> number == 5 ? ATTRIBUTE : null;
                case ATTRIBUTE -> switch (number) {
                    case 5, 10 -> TENSOR;
                    case 6, 11 -> GRAPH;
                    case 22, 23 -> SPARSE_TENSOR;
                    default -> null;
                };
                case SPARSE_TENSOR -> number == 1 || number == 2 ? TENSOR : null;
                case TENSOR -> number == 13 ? ENTRY : null;
                case ENTRY -> null;
            };
        }
    }

    /**
     * Refuses a model that takes weights from files outside its folder, also through symbolic links. Files that are
     * missing are left to whoever loads it.
     *
     * @return the files that it takes weights from, relative to its folder, in the order of the model
     * @throws ProviderException when it does, or is no ONNX model
     */
    public static Set<String> check(Path model) throws ProviderException {
        Set<String> locations = locations(model);
        for (String location : locations) {
            if (!isInside(model, location)) {
                throw new ModelFile(model)
                        .failure("takes weights from " + location + ", a link that leads out of its folder");
            }
        }
        return locations;
    }

    private static Set<String> locations(Path model) throws ProviderException {
        ModelFile file = new ModelFile(model);
        try (ProtobufReader in = new ProtobufReader(Files.newByteChannel(model))) {
            ExternalData data = new ExternalData(in);
            data.readModel();
            return data.locations;
        } catch (MalformedException e) {
            throw file.failure("not an ONNX model that can be used", e);
        } catch (IOException e) {
            throw file.failure("cannot be read", e);
        }
    }

    /** A link may also lead to where the model's own leads: some caches have all content in one folder, and links to it. */
    private static boolean isInside(Path model, String location) throws ProviderException {
        Path weights = model.resolveSibling(location);
        try {
            if (!Files.exists(weights)) {
                return true;
            }
            Path real = weights.toRealPath();
            return real.startsWith(model.toAbsolutePath().getParent().toRealPath())
                    || real.startsWith(model.toRealPath().getParent());
        } catch (IOException e) {
            throw new ModelFile(model).failure("its weights in " + location + " cannot be read", e);
        }
    }

    private void readModel() throws IOException {
        read(Message.MODEL, in.size(), 0);
        if (!hasGraph) {
            throw in.malformed("there is no graph in it");
        }
    }

    private void read(Message message, long end, int depth) throws IOException {
        if (depth == DEEPEST) {
            throw in.malformed("messages lie deeper than " + DEEPEST + " in each other");
        }
        if (message == Message.ENTRY) {
            readEntry(end);
            return;
        }
        while (in.position() < end) {
            int tag = in.tag();
            Message field = message.field(tag >>> 3);
            if (field == null) {
                in.skip(tag & 7, end);
            } else {
                requireLength(tag);
                hasGraph |= field == Message.GRAPH;
                read(field, in.fieldEnd(end), depth + 1);
            }
        }
        requireEnd(end);
    }

    /** A pair of texts, of which {@code location} names a file. */
    private void readEntry(long end) throws IOException {
        String key = "";
        String value = "";
        while (in.position() < end) {
            int tag = in.tag();
            requireLength(tag);
            String text = in.text(in.fieldEnd(end), LONGEST_TEXT);
            key = tag >>> 3 == 1 ? text : key;
            value = tag >>> 3 == 2 ? text : value;
        }
        requireEnd(end);
        if (key.equals("location")) {
            add(value);
        }
    }

    private void add(String location) throws IOException {
        if (!staysInside(location)) {
            throw in.malformed("it takes weights from '" + printable(location) + "', which is no place in its folder");
        }
        if (locations.add(location) && locations.size() > MOST_LOCATIONS) {
            throw in.malformed("it takes weights from more than " + MOST_LOCATIONS + " files");
        }
    }

    private static boolean staysInside(String location) {
        try {
            Path path = Path.of(location);
            return !ODD.matcher(location).find()
                    && !path.isAbsolute()
                    && !path.normalize().toString().isEmpty()
                    && Stream.of(location.split("/")).noneMatch(UPWARDS.asMatchPredicate());
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static String printable(String location) {
        return location.replaceAll("\\p{Cntrl}", "?");
    }

    private void requireLength(int tag) throws IOException {
        if ((tag & 7) != ProtobufReader.LENGTH) {
            throw in.malformed("field " + (tag >>> 3) + " has wire type " + (tag & 7) + " instead of " + ProtobufReader.LENGTH);
        }
    }

    private void requireEnd(long end) throws IOException {
        if (in.position() != end) {
            throw in.malformed("a field is longer than what has it");
        }
    }
}
