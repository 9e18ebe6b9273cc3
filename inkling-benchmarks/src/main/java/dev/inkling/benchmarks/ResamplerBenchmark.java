package dev.inkling.benchmarks;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A million pixels made smaller, and a tiny picture made a million pixels. */
@State(Scope.Thread)
public class ResamplerBenchmark {
    private static final ImageSize HALF = new ImageSize(512, 341);
    private static final ImageSize TINY = new ImageSize(96, 64);

    private Raster large;
    private Raster tiny;

    @Setup
    public void prepare() throws IOException {
        large = Samples.megapixel();
        tiny = Resampler.resize(large, TINY, Kernel.LANCZOS);
    }

    @Benchmark
    public Raster shrinkMegapixel() {
        return Resampler.resize(large, HALF, Kernel.LANCZOS);
    }

    @Benchmark
    public Raster shrinkMegapixelToTiny() {
        return Resampler.resize(large, TINY, Kernel.LANCZOS);
    }

    @Benchmark
    public Raster enlargeTinyToMegapixel() {
        return Resampler.resize(tiny, Samples.MEGAPIXEL, Kernel.CUBIC);
    }
}
