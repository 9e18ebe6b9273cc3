package dev.inkling.onnx;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;

/**
 * A picture as networks take it: a red, a green and a blue plane, each row by row, samples nominally 0 to 1. Not
 * thread-safe.
 */
final class Planes {
    static final int CHANNELS = 3;

    /** Networks that halve their input, or look at it through windows, want sides that are multiples of this. */
    private static final int MULTIPLE = 8;

    /** Networks that mirror their borders want sides larger than the border. */
    private static final int SHORTEST_SIDE = 16;

    private final int width;
    private final int height;
    private final float[] samples;

    /** Takes over the samples without copying them. */
    Planes(int width, int height, float[] samples) {
        if (samples.length != CHANNELS * width * height) {
            throw new IllegalArgumentException(samples.length + " samples for " + width + "x" + height);
        }
        this.width = width;
        this.height = height;
        this.samples = samples;
    }

    /** Black planes. */
    Planes(int width, int height) {
        this(width, height, new float[Math.multiplyExact(CHANNELS, Math.multiplyExact(width, height))]);
    }

    /** A picture. */
    static Planes of(Raster picture) {
        return of(picture, picture.width(), picture.height());
    }

    /** A picture, with its last column and row repeated until the sides suit a network. */
    static Planes ofExtended(Raster picture) {
        return of(picture, suitable(picture.width()), suitable(picture.height()));
    }

    private static Planes of(Raster picture, int width, int height) {
        Planes planes = new Planes(width, height);
        int i = 0;
        for (int channel = 0; channel < CHANNELS; channel++) {
            for (int y = 0; y < planes.height; y++) {
                for (int x = 0; x < planes.width; x++) {
                    int sample = picture.sample(
                            Math.min(x, picture.width() - 1), Math.min(y, picture.height() - 1), channel);
                    planes.samples[i++] = sample / 255f;
                }
            }
        }
        return planes;
    }

    private static int suitable(int side) {
        return Math.max(SHORTEST_SIDE, (side + MULTIPLE - 1) / MULTIPLE * MULTIPLE);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The samples themselves, not a copy: for reading only. */
    float[] samples() {
        return samples;
    }

    /** A part of these planes. */
    Planes cut(int left, int top, int partWidth, int partHeight) {
        Planes part = new Planes(partWidth, partHeight);
        part.paste(this, left, top, 0, 0, partWidth, partHeight);
        return part;
    }

    /** Copies an area of other planes, which begins at {@code (fromX, fromY)} there, to {@code (toX, toY)} here. */
    void paste(Planes from, int fromX, int fromY, int toX, int toY, int areaWidth, int areaHeight) {
        for (int channel = 0; channel < CHANNELS; channel++) {
            for (int y = 0; y < areaHeight; y++) {
                System.arraycopy(
                        from.samples, from.index(channel, fromX, fromY + y),
                        samples, index(channel, toX, toY + y), areaWidth);
            }
        }
    }

    private int index(int channel, int x, int y) {
        return (channel * height + y) * width + x;
    }

    /**
     * The top left part as a picture; samples below 0 or above 1 are clamped.
     *
     * @param size at most the size of these planes
     */
    Raster toRaster(ImageSize size) {
        byte[] rgb = new byte[Raster.byteCount(size)];
        for (int y = 0; y < size.height(); y++) {
            copyRow(0, y, size.width(), rgb, 3 * y * size.width());
        }
        return Raster.wrap(size, rgb);
    }

    /** Rounds a part of a row to samples of 8 bits; those below 0 or above 1 are clamped. */
    void copyRow(int left, int y, int count, byte[] rgb, int at) {
        for (int channel = 0; channel < CHANNELS; channel++) {
            int from = index(channel, left, y);
            for (int x = 0; x < count; x++) {
                int sample = (int) (samples[from + x] * 255 + 0.5f);
                rgb[at + CHANNELS * x + channel] = (byte) Math.max(0, Math.min(255, sample));
            }
        }
    }
}
