package dev.inkling.onnx;

import dev.inkling.EdgeDetector;
import dev.inkling.EdgeMap;
import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Edges by a network from an ONNX file, such as HED, PiDiNet, TEED or DexiNed.
 *
 * <p>The network has one input, {@code 1 x 3 x H x W} floats, red, green and blue planes from 0 to 1; its last output is
 * {@code 1 x 1 x H x W}, the larger the likelier an edge: probabilities, or logits, which are told by being outside of 0 to
 * 1. It is given sides that are multiples of 16, four times those of the map, unless it declares others.
 *
 * <p>Thread-safe, but close it only when no call is running.
 */
public final class OnnxEdgeDetector implements EdgeDetector, Closeable {
    /** How many times larger than the map the picture is that the network sees. */
    private static final int SCALE = 4;

    private static final int MULTIPLE = 16;

    private final Network network;

    /**
     * Loads a network.
     *
     * @param model   the ONNX file
     * @param threads how many threads one picture may keep busy, 1 or more
     * @throws ProviderException when the file is missing or no ONNX model of such a kind
     */
    public OnnxEdgeDetector(Path model, int threads) throws ProviderException {
        network = new Network(model, threads);
        network.requireInputs(List.of(TensorType.ofFloats(1, Planes.CHANNELS, TensorType.ANY, TensorType.ANY)));
    }

    @Override
    public EdgeMap detect(Raster picture, ImageSize size) throws ProviderException {
        ImageSize seen = new ImageSize(side(3, size.width()), side(2, size.height()));
        Planes planes = Planes.of(Resampler.resize(picture, seen, Kernel.LANCZOS));
        Tensor input = Tensor.ofFloats(planes.samples(), 1, Planes.CHANNELS, seen.height(), seen.width());
        Map<String, Tensor> outputs = network.run(Map.of(network.inputNames().iterator().next(), input));
        Tensor edges = new ArrayList<>(outputs.values()).get(outputs.size() - 1);
        if (edges.floats().length != seen.pixels()) {
            throw network.file().failure("expected 1x1x" + seen.height() + "x" + seen.width()
                    + " as its last result, found " + edges);
        }
        return pooled(probabilities(edges.floats()), seen, size);
    }

    private int side(int dimension, int wanted) {
        return network.inputSide(dimension, (SCALE * wanted + MULTIPLE - 1) / MULTIPLE * MULTIPLE);
    }

    private float[] probabilities(float[] edges) throws ProviderException {
        boolean logits = false;
        for (float edge : edges) {
            if (!Float.isFinite(edge)) {
                throw network.file().failure("an edge is " + edge);
            }
            logits |= edge < 0 || edge > 1;
        }
        float[] probabilities = edges.clone();
        for (int i = 0; logits && i < edges.length; i++) {
            probabilities[i] = (float) (1 / (1 + Math.exp(-edges[i])));
        }
        return probabilities;
    }

    /** The mean of what falls into each pixel of the map. */
    private static EdgeMap pooled(float[] edges, ImageSize seen, ImageSize size) {
        float[] sums = new float[Math.toIntExact(size.pixels())];
        int[] counts = new int[sums.length];
        for (int i = 0; i < edges.length; i++) {
            int x = (int) ((i % seen.width() + 0.5) * size.width() / seen.width());
            int y = (int) ((i / seen.width() + 0.5) * size.height() / seen.height());
            sums[y * size.width() + x] += edges[i];
            counts[y * size.width() + x]++;
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= Math.max(1, counts[i]);
        }
        return new EdgeMap(size, sums);
    }

    /** Frees the network. */
    @Override
    public void close() throws ProviderException {
        network.close();
    }
}
