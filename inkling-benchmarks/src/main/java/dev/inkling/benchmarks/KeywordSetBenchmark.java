package dev.inkling.benchmarks;

import dev.inkling.Layer;
import dev.inkling.codec.TextMessage;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A set of keywords as a message and back. */
@State(Scope.Thread)
public class KeywordSetBenchmark {
    @Param({"5", "10", "20", "40"})
    public int words;

    private Layer.KeywordSet set;
    private byte[] message;

    @Setup
    public void prepare() throws IOException {
        set = new Layer.KeywordSet(Samples.keywords(words));
        message = encode();
        Samples.requireEqual(set, decode());
    }

    @Benchmark
    public byte[] encode() {
        return TextMessage.encode(set);
    }

    @Benchmark
    public Layer decode() throws IOException {
        return TextMessage.decode(message);
    }
}
