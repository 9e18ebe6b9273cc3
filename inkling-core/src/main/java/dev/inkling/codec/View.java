package dev.inkling.codec;

import dev.inkling.bitstream.BitstreamWriter;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import dev.inkling.metrics.Likeness;
import dev.inkling.metrics.Psnr;

/**
 * The source as rate control sees it: at most 512 pixels on the long side, or 768 where the generator is asked, and tiny
 * versions of it. Thread-safe.
 */
final class View {
    private static final int LONG_SIDE = 512;
    private static final int GENERATED_LONG_SIDE = 768;

    private final ImageSize source;
    private final Raster view;
    private final Raster generatedView;
    private final Raster[] tiny = new Raster[BitstreamWriter.TINY_SIZES];

    View(Raster picture) {
        source = picture.size();
        generatedView = atMost(GENERATED_LONG_SIDE, picture);
        view = atMost(LONG_SIDE, generatedView);
    }

    private static Raster atMost(int longSide, Raster picture) {
        ImageSize size = picture.size();
        return size.longSide() <= longSide ? picture : Resampler.resize(picture, size.scaledTo(longSide), Kernel.LANCZOS);
    }

    /** Size of the source. */
    ImageSize source() {
        return source;
    }

    ImageSize size() {
        return view.size();
    }

    /** Size of the pictures that {@link #likeness} compares. */
    ImageSize generatedSize() {
        return generatedView.size();
    }

    /** How like the source a generated picture looks; a larger value is more like it. */
    double likeness(Raster generated) {
        return generatedView.width() >= Likeness.SHORTEST && generatedView.height() >= Likeness.SHORTEST
                ? Likeness.of(generatedView, generated)
                : Psnr.of(generatedView, generated);
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
