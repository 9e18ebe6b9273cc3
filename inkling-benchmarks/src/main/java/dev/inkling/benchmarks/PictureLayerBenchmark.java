package dev.inkling.benchmarks;

import dev.inkling.Layer;
import dev.inkling.entropy.RangeDecoder;
import dev.inkling.entropy.RangeEncoder;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import dev.inkling.picture.PictureDecoder;
import dev.inkling.picture.PictureEncoder;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A tiny picture as a message and back, at a quantiser step in the middle. */
@State(Scope.Thread)
public class PictureLayerBenchmark {
    private static final int STEP = 30;

    @Param({"24x16", "48x32", "96x64"})
    public String size;

    private Raster tiny;
    private byte[] message;

    @Setup
    public void prepare() throws IOException {
        String[] sides = size.split("x");
        ImageSize tinySize = new ImageSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        tiny = Resampler.resize(Samples.photograph(), tinySize, Kernel.LANCZOS);
        RangeEncoder out = new RangeEncoder();
        Raster coded = PictureEncoder.encode(tiny, STEP, 0, out);
        message = out.finish();
        Samples.requireEqual(coded, decode().tiny());
    }

    @Benchmark
    public byte[] encode() {
        RangeEncoder out = new RangeEncoder();
        PictureEncoder.encode(tiny, STEP, 0, out);
        return out.finish();
    }

    @Benchmark
    public Layer.Picture decode() throws IOException {
        return PictureDecoder.decode(new RangeDecoder(message, 0, message.length), tiny.size());
    }
}
