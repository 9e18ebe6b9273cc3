package dev.inkling.eval;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A codec whose every decode of a file is brighter than the one before. */
final class UnsteadyCodec implements Codec {
    private final Map<Path, Integer> decodes = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "unsteady";
    }

    @Override
    public String identity() {
        return name();
    }

    @Override
    public String extension() {
        return "unsteady";
    }

    @Override
    public PictureEncoding begin(Raster source) {
        return maxBytes -> new Coded(new byte[maxBytes], Map.of("zero", 8L * maxBytes), "", 0);
    }

    @Override
    public Reconstruction decode(Path file, ImageSize size) {
        byte[] rgb = new byte[Raster.byteCount(size)];
        Arrays.fill(rgb, (byte) (30 * decodes.merge(file, 1, Integer::sum)));
        return Reconstruction.of(Raster.wrap(size, rgb));
    }
}
