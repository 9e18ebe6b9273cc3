package dev.inkling.benchmarks;

import dev.inkling.Layer;
import dev.inkling.TextCoder;
import dev.inkling.codec.TextMessage;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A description as a message and back, with all that the prior knows and with its tables alone. */
@State(Scope.Thread)
public class TextBenchmark {
    @Param({"CAPTION", "CAPTION_FAST"})
    public TextCoder coder;

    @Param({"30", "120"})
    public int words;

    private Layer.Prose text;
    private byte[] message;

    @Setup
    public void prepare() throws IOException {
        text = new Layer.Prose(Samples.description(words));
        message = encode();
        Samples.requireEqual(text, decode());
    }

    @Benchmark
    public byte[] encode() {
        return TextMessage.of(text, coder).bytes();
    }

    @Benchmark
    public Layer decode() throws IOException {
        return TextMessage.decode(message);
    }
}
