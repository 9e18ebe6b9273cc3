package dev.inkling.eval.metrics;

import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.file.Path;

/** A photograph and the same with eight levels a channel, which is easily made elsewhere too. */
final class Photograph {
    private Photograph() {}

    static Raster source() throws IOException {
        return MeasurePairs.read(Path.of("..", "testdata", "images", "chelsea.png").toString());
    }

    static Raster withFewLevels() throws IOException {
        Raster source = source();
        byte[] rgb = new byte[Raster.byteCount(source.size())];
        byte[] row = new byte[3 * source.width()];
        for (int y = 0; y < source.height(); y++) {
            source.copyRow(y, row);
            for (int i = 0; i < row.length; i++) {
                rgb[y * row.length + i] = (byte) ((row[i] & 0xe0) + 16);
            }
        }
        return Raster.wrap(source.size(), rgb);
    }
}
