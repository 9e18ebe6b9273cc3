package dev.inkling.classical;

import dev.inkling.EdgeDetector;
import dev.inkling.EdgeMap;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Lab;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;

/**
 * Edges where the colour changes fast: the length of the gradient of CIELAB, smoothed by a Gaussian, less what is usual
 * around (surround suppression: Grigorescu, Petkov and Westenberg 2003), so that grass and gravel are no edges. Immutable
 * and thread-safe.
 */
public final class GradientEdges implements EdgeDetector {
    /** How many times larger than the map the gradients are taken. */
    private static final int SCALE = 2;

    /** Of the Gaussian, in pixels of the enlarged map. */
    private static final double SIGMA = 1.7;

    /** Reach of what is usual around, in pixels of the map. */
    private static final double SURROUND = 5;

    private static final float SUPPRESSION = 0.75f;

    /** Pixels along the border of the map in which no edge is seen: photographs have frames that nobody looks at. */
    private static final int BORDER = 2;

    /** A detector without settings. */
    public GradientEdges() {}

    @Override
    public EdgeMap detect(Raster picture, ImageSize size) {
        ImageSize large = new ImageSize(SCALE * size.width(), SCALE * size.height());
        Plane gradient = pooled(gradient(Resampler.resize(picture, large, Resampler.Kernel.LANCZOS)));
        Plane usual = gradient.smoothed(SURROUND);
        float[] strengths = new float[gradient.values.length];
        for (int y = BORDER; y < size.height() - BORDER; y++) {
            for (int x = BORDER; x < size.width() - BORDER; x++) {
                int i = y * size.width() + x;
                strengths[i] = Math.max(0, gradient.values[i] - SUPPRESSION * usual.values[i]);
            }
        }
        return new EdgeMap(size, strengths);
    }

    private static Plane gradient(Raster picture) {
        Plane squares = new Plane(picture.width(), picture.height());
        for (Plane channel : lab(picture)) {
            addSquares(channel.smoothed(SIGMA), squares);
        }
        for (int i = 0; i < squares.values.length; i++) {
            squares.values[i] = (float) Math.sqrt(squares.values[i]);
        }
        return squares;
    }

    private static Plane[] lab(Raster picture) {
        Plane[] channels = new Plane[3];
        for (int c = 0; c < 3; c++) {
            channels[c] = new Plane(picture.width(), picture.height());
        }
        for (int y = 0, i = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++, i++) {
                Lab lab = Lab.ofRgb(picture.rgb(x, y));
                channels[0].values[i] = (float) lab.l();
                channels[1].values[i] = (float) lab.a();
                channels[2].values[i] = (float) lab.b();
            }
        }
        return channels;
    }

    private static void addSquares(Plane channel, Plane squares) {
        for (int y = 0; y < channel.height; y++) {
            for (int x = 0; x < channel.width; x++) {
                int right = Math.min(channel.width - 1, x + 1);
                int left = Math.max(0, x - 1);
                float across = channel.values[channel.row(y) + right] - channel.values[channel.row(y) + left];
                float down = channel.values[channel.row(y + 1) + x] - channel.values[channel.row(y - 1) + x];
                squares.values[y * channel.width + x] += across * across + down * down;
            }
        }
    }

    /** The mean of each block of {@link #SCALE} by {@link #SCALE}. */
    private static Plane pooled(Plane large) {
        Plane small = new Plane(large.width / SCALE, large.height / SCALE);
        for (int y = 0; y < small.height; y++) {
            for (int x = 0; x < small.width; x++) {
                float sum = 0;
                for (int k = 0; k < SCALE * SCALE; k++) {
                    sum += large.values[large.row(SCALE * y + k / SCALE) + SCALE * x + k % SCALE];
                }
                small.values[y * small.width + x] = sum / (SCALE * SCALE);
            }
        }
        return small;
    }
}
