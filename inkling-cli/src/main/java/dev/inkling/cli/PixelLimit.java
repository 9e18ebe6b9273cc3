package dev.inkling.cli;

import dev.inkling.image.PictureReader;
import dev.inkling.image.Raster;
import picocli.CommandLine.Option;

/** The option that limits how large a picture may be. */
final class PixelLimit {
    @Option(
            names = "--max-pixels",
            order = 10,
            paramLabel = "N",
            hidden = true,
            description = "refuse larger pictures, 1 to 715827879 (default: 100000000)")
    private long maxPixels = PictureReader.DEFAULT_MAX_PIXELS;

    long maxPixels() {
        if (maxPixels < 1 || maxPixels > Raster.MAX_PIXELS) {
            throw new UsageException("--max-pixels must be 1 to " + Raster.MAX_PIXELS + ", found " + maxPixels);
        }
        return maxPixels;
    }
}
