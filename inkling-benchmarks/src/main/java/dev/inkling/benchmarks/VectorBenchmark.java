package dev.inkling.benchmarks;

import dev.inkling.Embedding;
import dev.inkling.Layer;
import dev.inkling.codec.VectorFile;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A vector of 768 dimensions as a file and back. */
@State(Scope.Thread)
public class VectorBenchmark {
    private static final int DIMENSION = 768;

    @Param({"0.5", "1", "2"})
    public double bitsPerDimension;

    private Embedding vector;
    private byte[] file;

    @Setup
    public void prepare() throws IOException {
        vector = Embedding.of(new Random(1).doubles(DIMENSION).map(value -> value - 0.5).toArray());
        VectorFile coded = encode();
        file = new byte[coded.bytes().remaining()];
        coded.bytes().get(file);
        Samples.requireEqual(coded.vector(), decode());
    }

    @Benchmark
    public VectorFile encode() {
        return VectorFile.encode(vector, bitsPerDimension, null);
    }

    @Benchmark
    public Layer.Vector decode() throws IOException {
        return VectorFile.decode(file, List.of());
    }
}
