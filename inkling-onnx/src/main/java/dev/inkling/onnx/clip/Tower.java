package dev.inkling.onnx.clip;

import dev.inkling.Embedding;
import dev.inkling.ProviderException;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.Tensor;
import dev.inkling.onnx.models.ModelFolder;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Half of a CLIP, or a network that holds both halves and is asked for one. Thread-safe. */
final class Tower implements Closeable {
    static final String PIXELS = "pixel_values";
    static final String TOKENS = "input_ids";
    static final String MASK = "attention_mask";
    private static final String POOLED = "pooler_output";

    private final Network network;
    private final ClipConfig config;
    private final String output;

    private Tower(Network network, ClipConfig config, String output) {
        this.network = network;
        this.config = config;
        this.output = output;
    }

    /**
     * Loads a half.
     *
     * @param half   {@code vision} or {@code text}
     * @param input  what it must take
     * @param output name of its vectors; {@code pooler_output} where a half alone has no such output
     */
    static Tower open(ModelFolder folder, int threads, String half, String input, String output)
            throws ProviderException {
        ClipConfig config = ClipConfig.read(folder);
        Network network = folder.network(threads, "onnx/" + half + "_model", half + "_model", "onnx/model", "model");
        try {
            if (!network.hasInput(input)) {
                throw network.file().failure("expected an input " + input + ", found " + network.inputNames());
            }
            Set<String> unknown = new TreeSet<>(network.inputNames());
            unknown.removeAll(Set.of(PIXELS, TOKENS, MASK));
            if (!unknown.isEmpty()) {
                throw network.file().failure("its inputs " + unknown + " are not known here");
            }
            return new Tower(network, config, outputOf(network, output));
        } catch (ProviderException e) {
            network.close();
            throw e;
        }
    }

    private static String outputOf(Network network, String wanted) throws ProviderException {
        Set<String> names = network.outputNames();
        if (names.contains(wanted)) {
            return wanted;
        }
        if (names.contains(POOLED)) {
            return POOLED;
        }
        throw network.file().failure("expected an output " + wanted + " or " + POOLED + ", found " + names);
    }

    ClipConfig config() {
        return config;
    }

    /** Declared length of a side of an input, or {@link dev.inkling.onnx.TensorType#ANY}. */
    long side(String input, int dimension) throws ProviderException {
        long[] shape = network.inputShape(input);
        if (shape.length <= dimension) {
            throw network.file().failure("its input " + input + " has " + shape.length + " sides");
        }
        return shape[dimension];
    }

    boolean hasInput(String name) {
        return network.hasInput(name);
    }

    /** File name and SHA-256 of the network. */
    String model() {
        return network.file().toString();
    }

    /**
     * The vectors of what it is given.
     *
     * @param values inputs of this half; those of the other are filled up
     * @param count  how many vectors there are to be
     */
    List<Embedding> run(Map<String, Tensor> values, int count) throws ProviderException {
        Map<String, Tensor> all = new HashMap<>(values);
        for (String name : network.inputNames()) {
            if (!all.containsKey(name)) {
                all.put(name, filling(name));
            }
        }
        Tensor vectors = network.run(all).get(output);
        long[] shape = vectors.shape();
        if (shape.length != 2 || shape[0] != count || !vectors.hasFloats()) {
            throw network.file().failure("expected " + count + " vectors NxD as " + output + ", found " + vectors);
        }
        int dimension = Math.toIntExact(shape[1]);
        checkDimension(dimension);
        List<Embedding> embeddings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            embeddings.add(embedding(vectors.floats(), i * dimension, dimension));
        }
        return embeddings;
    }

    private void checkDimension(int dimension) throws ProviderException {
        if (dimension < Embedding.MIN_DIMENSION || dimension > Embedding.MAX_DIMENSION) {
            throw network.file().failure("its vectors have " + dimension + " numbers, " + Embedding.MIN_DIMENSION + " to "
                    + Embedding.MAX_DIMENSION + " are possible");
        }
        if (config.projection() > 0 && config.projection() != dimension) {
            throw network.file().failure("its vectors have " + dimension + " numbers, but the projection that config.json"
                    + " speaks of has " + config.projection() + ": export the model with its projection");
        }
    }

    private Embedding embedding(float[] values, int start, int dimension) throws ProviderException {
        double[] vector = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            vector[i] = values[start + i];
        }
        try {
            return Embedding.of(vector);
        } catch (IllegalArgumentException e) {
            throw network.file().failure("its vector has no direction", e);
        }
    }

    /** One input of the half that is not asked for: what it says does not matter. */
    private Tensor filling(String name) throws ProviderException {
        if (name.equals(PIXELS)) {
            int height = config.pictureSide(side(PIXELS, 2));
            int width = config.pictureSide(side(PIXELS, 3));
            return Tensor.ofFloats(new float[3 * height * width], 1, 3, height, width);
        }
        int length = config.context(side(TOKENS, 1));
        long[] ones = new long[length];
        Arrays.fill(ones, 1);
        return Tensor.ofIntegers(ones, 1, length);
    }

    @Override
    public void close() throws ProviderException {
        network.close();
    }
}
