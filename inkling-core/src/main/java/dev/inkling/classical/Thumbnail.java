package dev.inkling.classical;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Lab;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;

/** A copy of a picture in CIELAB, small enough to look at every pair of neighbours. */
final class Thumbnail {
    private static final int LONG_SIDE = 48;

    final int width;
    final int height;
    private final Lab[] pixels;

    private Thumbnail(Raster raster) {
        this.width = raster.width();
        this.height = raster.height();
        this.pixels = new Lab[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = Lab.ofRgb(raster.rgb(x, y));
            }
        }
    }

    static Thumbnail of(Raster picture) {
        ImageSize size = picture.size().longSide() > LONG_SIDE ? picture.size().scaledTo(LONG_SIDE) : picture.size();
        return new Thumbnail(Resampler.resize(picture, size, Resampler.Kernel.LINEAR));
    }

    int pixelCount() {
        return pixels.length;
    }

    Lab pixel(int index) {
        return pixels[index];
    }

    Lab at(int x, int y) {
        return pixels[y * width + x];
    }
}
