package dev.inkling.eval;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A codec of one gray: its file repeats the mean of the picture up to the budget, its decoder reads the first byte. */
public final class GrayCodec implements Codec {
    /** How many files were made. */
    public final AtomicInteger encodings = new AtomicInteger();

    private final String name;

    public GrayCodec(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String identity() {
        return name + " 1";
    }

    @Override
    public String extension() {
        return "gray";
    }

    @Override
    public PictureEncoding begin(Raster source) {
        return maxBytes -> {
            encodings.incrementAndGet();
            byte[] file = new byte[maxBytes];
            Arrays.fill(file, (byte) source.sample(0, 0, 0));
            return new Coded(file, Map.of("gray", 8L * maxBytes), "", 0);
        };
    }

    @Override
    public Reconstruction decode(Path file, ImageSize size) throws IOException {
        byte[] rgb = new byte[Raster.byteCount(size)];
        Arrays.fill(rgb, Files.readAllBytes(file)[0]);
        return Reconstruction.of(Raster.wrap(size, rgb));
    }
}
