package dev.inkling.eval.metrics;

import static dev.inkling.onnx.NetworkFixture.integer;
import static dev.inkling.onnx.NetworkFixture.integers;

import dev.inkling.onnx.NetworkFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Networks with the inputs and outputs of the published ones and random weights: what shows that pictures and words
 * reach a network as they should, without the network.
 */
final class RandomModels {
    /** Merges that make "cat" and "a cat", after the line of heading. */
    static final String MERGES = "#version: 0.2\nc a\na t</w>\nc at</w>\np h\nph o\n";

    private RandomModels() {}

    /** Writes all into a folder; the result is what {@link Metrics#named} takes. */
    static Map<String, Path> writeTo(Path folder) throws IOException {
        return Map.of(
                "lpips", distance().writeTo(folder.resolve("lpips.onnx"), "d", "n"),
                "dists", distance().writeTo(folder.resolve("dists.onnx"), "d", "n"),
                "musiq", musiq().writeTo(folder.resolve("musiq.onnx"), "score", "n", "1"),
                "clip-iqa", clipIqa().writeTo(folder.resolve("clip-iqa.onnx"), "score", "n", "1"),
                "clip-image", clipImage().writeTo(folder.resolve("clip-image.onnx"), "vector", "n", "16"),
                "clip-text", clipText().writeTo(folder.resolve("clip-text.onnx"), "vector", "n", "16"),
                "clip-vocabulary", Files.writeString(folder.resolve("vocabulary.txt"), MERGES));
    }

    private static NetworkFixture distance() {
        return new NetworkFixture().floats("a", "n", "3", "h", "w").floats("b", "n", "3", "h", "w")
                .weights("filters", 27, 8, 3, 3, 3)
                .node("Conv", "a,filters", "conv_a").node("Relu", "conv_a", "active_a")
                .node("Conv", "b,filters", "conv_b").node("Relu", "conv_b", "active_b")
                .node("Sub", "active_a,active_b", "difference")
                .node("Mul", "difference,difference", "squared")
                .mean("squared", "d", 1L, 2L, 3L);
    }

    private static NetworkFixture musiq() {
        return new NetworkFixture().floats("patches", "n", "l", "3075")
                .weights("first", 3075, 3075, 16)
                .weights("second", 1, 16, 1)
                .node("MatMul", "patches,first", "hidden").node("Tanh", "hidden", "active")
                .node("MatMul", "active,second", "scores")
                .mean("scores", "score", 1L);
    }

    private static NetworkFixture clipIqa() {
        return pooled(new NetworkFixture().floats("image", "n", "3", "h", "w"), 8)
                .weights("head", 1, 16, 1)
                .node("MatMul", "pooled,head", "logit")
                .node("Sigmoid", "logit", "score");
    }

    private static NetworkFixture clipImage() {
        return pooled(new NetworkFixture().floats("image", "n", "3", "224", "224"), 16)
                .weights("projection", 16, 16, 16)
                .node("MatMul", "pooled,projection", "vector");
    }

    private static NetworkFixture pooled(NetworkFixture fixture, long stride) {
        return fixture
                .weights("filters", 147, 16, 3, 7, 7)
                .node("Conv", "image,filters", "conv", integers("strides", stride, stride))
                .node("Relu", "conv", "active")
                .mean("active", "pooled", 2L, 3L);
    }

    private static NetworkFixture clipText() {
        return new NetworkFixture().integers("tokens", "n", "77")
                .weights("embedding", 1, 519, 16)
                .weights("places", 1, 77, 16)
                .node("Gather", "embedding,tokens", "embedded", integer("axis", 0))
                .node("Mul", "embedded,places", "placed")
                .mean("placed", "mean", 1L)
                .node("Neg", "mean", "vector"); // so that photographs lie in about this direction
    }
}
