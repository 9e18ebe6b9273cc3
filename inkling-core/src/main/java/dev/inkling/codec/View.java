package dev.inkling.codec;

import dev.inkling.bitstream.BitstreamWriter;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import dev.inkling.metrics.Psnr;

/** The source as rate control sees it: at most 512 pixels on the long side, and tiny versions of it. Thread-safe. */
final class View {
    private static final int LONG_SIDE = 512;

    private final ImageSize source;
    private final Raster view;
    private final Raster[] tiny = new Raster[BitstreamWriter.TINY_SIZES];

    View(Raster picture) {
        source = picture.size();
        view = source.longSide() <= LONG_SIDE
                ? picture
                : Resampler.resize(picture, source.scaledTo(LONG_SIDE), Kernel.LANCZOS);
    }

    /** Size of the source. */
    ImageSize source() {
        return source;
    }

    ImageSize size() {
        return view.size();
    }

    Raster picture() {
        return view;
    }

    /** The tiny picture with a size index. */
    synchronized Raster tiny(int sizeIndex) {
        if (tiny[sizeIndex] == null) {
            ImageSize size = BitstreamWriter.tinySize(source, sizeIndex);
            tiny[sizeIndex] = Resampler.resize(view, size, Kernel.LANCZOS);
        }
        return tiny[sizeIndex];
    }

    /** Mean squared error, per sample, of a picture of the view's size. */
    double error(Raster reconstruction) {
        return Psnr.squaredError(view, reconstruction) / (3.0 * view.size().pixels());
    }

    /** Mean squared error of shrinking to a tiny size and enlarging again, without any coding. */
    double shrinkingError(int sizeIndex) {
        return error(Resampler.resize(tiny(sizeIndex), view.size(), Kernel.CUBIC));
    }
}
