package dev.inkling.classical;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;

/**
 * Enlarges tiny pictures: cubic interpolation in two stages with edges straightened between, then grain and sharp edges
 * in the luma. Works at the full size up to about a megapixel; beyond, the resampler does the rest, so that memory
 * stays near that of the result.
 */
final class Upscaler {
    /** Most pixels at which grain and edges are made. */
    private static final double MOST_PIXELS = 1_500_000;
    /** Largest enlargement of a side before the resampler takes over: edges cannot flow together from further apart. */
    private static final int LARGEST_SCALE = 20;
    /** Enlargement at which edges are straightened, and most pixels at which they are. */
    private static final int LARGEST_STRAIGHTENED_SCALE = 4;

    private static final double MOST_STRAIGHTENED_PIXELS = 200_000;
    /** How far edges flow together for each time of enlargement, in pixels: at step 0, and more for each step. */
    private static final double WAY_PER_SCALE = 0.87 / 8;

    private static final double WAY_PER_SCALE_AND_STEP = 0.038 / 8;
    /** How finely edges are looked at, in pixels: coarsely in large enlargements, or grain would fray them. */
    private static final double LEAST_SIGMA = 1.5;

    private static final double SIGMA_PER_SCALE = 0.15;
    /** Standard deviation of the grain at its best enlargement, 6 to 8 times, in luma levels. */
    private static final double GRAIN = 2;

    private Upscaler() {}

    /**
     * @param tiny the tiny picture
     * @param step quantiser step it was coded with, 0 to 63: coarsely coded pictures have less to lose from sharpening
     * @param size size wanted
     */
    static Raster resize(Raster tiny, int step, ImageSize size) {
        ImageSize work = workSize(tiny.size(), size);
        double scale = StrictMath.sqrt((double) work.pixels() / tiny.size().pixels());
        if (scale <= 1) {
            return Resampler.resize(tiny, size, Kernel.LANCZOS);
        }
        Raster smooth = Resampler.resize(straightened(tiny, scale), work, Kernel.CUBIC);
        Plane luma = Plane.luma(smooth);
        Plane lively = Plane.luma(smooth);
        new Grain(tiny, scale, GRAIN * Math.min(1, Math.min(scale / 6, 8 / scale))).addTo(lively);
        double way = (WAY_PER_SCALE + step * WAY_PER_SCALE_AND_STEP) * Math.min(scale, LARGEST_SCALE);
        double sigma = Math.max(LEAST_SIGMA, SIGMA_PER_SCALE * scale);
        Plane sharp = ShockFilter.sharpened(lively, way, sigma);
        return Resampler.resize(withLuma(smooth, luma, sharp), size, Kernel.CUBIC);
    }

    /** The tiny picture a few times larger, without staircases; itself where that would be larger than the result. */
    private static Raster straightened(Raster tiny, double scale) {
        double room = StrictMath.sqrt(MOST_STRAIGHTENED_PIXELS / tiny.size().pixels());
        int step = (int) Math.min(LARGEST_STRAIGHTENED_SCALE, Math.min(scale, room));
        if (step < 2) {
            return tiny;
        }
        ImageSize larger = new ImageSize(step * tiny.width(), step * tiny.height());
        return EdgeStraightener.straightened(Resampler.resize(tiny, larger, Kernel.CUBIC), step);
    }

    private static ImageSize workSize(ImageSize tiny, ImageSize size) {
        double shrink = StrictMath.sqrt(Math.min(1, MOST_PIXELS / size.pixels()));
        return new ImageSize(
                workSide(size.width(), shrink, tiny.width()), workSide(size.height(), shrink, tiny.height()));
    }

    private static int workSide(int side, double shrink, int tiny) {
        int shrunk = (int) Math.max(1, StrictMath.rint(shrink * side));
        return Math.min(shrunk, LARGEST_SCALE * tiny);
    }

    /** The picture with its luma changed from one plane to the other, and its colour differences kept. */
    private static Raster withLuma(Raster picture, Plane from, Plane to) {
        byte[] rgb = new byte[Raster.byteCount(picture.size())];
        byte[] row = new byte[3 * picture.width()];
        for (int y = 0, i = 0; y < picture.height(); y++) {
            picture.copyRow(y, row);
            for (int x = 0; x < picture.width(); x++, i++) {
                float change = to.values[i] - from.values[i];
                for (int c = 0; c < 3; c++) {
                    rgb[3 * i + c] = rounded((row[3 * x + c] & 0xff) + change);
                }
            }
        }
        return Raster.wrap(picture.size(), rgb);
    }

    private static byte rounded(float value) {
        return (byte) Math.max(0, Math.min(255, (int) (value + 0.5f)));
    }
}
