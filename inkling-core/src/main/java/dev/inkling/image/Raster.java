package dev.inkling.image;

import java.util.Arrays;
import java.util.Objects;

/** An immutable 8-bit sRGB picture, row by row from the top left. Thread-safe. */
public final class Raster {
    /** Most pixels of a picture: one array holds its samples. */
    public static final long MAX_PIXELS = (Integer.MAX_VALUE - 8) / 3;

    private final ImageSize size;
    private final byte[] rgb;

    private Raster(ImageSize size, byte[] rgb) {
        this.size = size;
        this.rgb = rgb;
    }

    /**
     * Takes over an array of samples without copying it; the caller must not change it afterwards.
     *
     * @param size size of the picture
     * @param rgb  red, green and blue of each pixel, {@code 3 * width * height} bytes
     */
    public static Raster wrap(ImageSize size, byte[] rgb) {
        if (rgb.length != byteCount(size)) {
            throw new IllegalArgumentException(rgb.length + " bytes for a picture of " + size);
        }
        return new Raster(size, rgb);
    }

    /** Length of the sample array of a picture of this size. */
    public static int byteCount(ImageSize size) {
        return Math.toIntExact(3 * size.pixels());
    }

    public ImageSize size() {
        return size;
    }

    public int width() {
        return size.width();
    }

    public int height() {
        return size.height();
    }

    /**
     * One sample.
     *
     * @param channel 0 red, 1 green, 2 blue
     * @return 0 to 255
     */
    public int sample(int x, int y, int channel) {
        Objects.checkIndex(x, size.width());
        return rgb[3 * (y * size.width() + x) + channel] & 0xff;
    }

    /** One pixel as {@code 0xRRGGBB}. */
    public int rgb(int x, int y) {
        Objects.checkIndex(x, size.width());
        int i = 3 * (y * size.width() + x);
        return (rgb[i] & 0xff) << 16 | (rgb[i + 1] & 0xff) << 8 | rgb[i + 2] & 0xff;
    }

    /** Copies row {@code y} (red, green, blue, red, ...) to the start of {@code target}. */
    public void copyRow(int y, byte[] target) {
        System.arraycopy(rgb, 3 * y * size.width(), target, 0, 3 * size.width());
    }

    /** The samples themselves, not a copy: for reading only. */
    byte[] samples() {
        return rgb;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Raster raster && size.equals(raster.size) && Arrays.equals(rgb, raster.rgb);
    }

    @Override
    public int hashCode() {
        return 31 * size.hashCode() + Arrays.hashCode(rgb);
    }

    @Override
    public String toString() {
        return "Raster[" + size + "]";
    }
}
