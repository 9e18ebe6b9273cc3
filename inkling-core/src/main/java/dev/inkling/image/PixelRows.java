package dev.inkling.image;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;

/**
 * The rows of an image as 8-bit opaque sRGB, one at a time: an image of 100 megapixels is never held twice.
 * Not thread-safe.
 */
abstract class PixelRows {
    private boolean transparency;

    /** Fills {@code row} with red, green and blue of each pixel of row {@code y}. */
    abstract void read(int y, byte[] row);

    /** Whether any pixel read so far was not opaque. */
    final boolean sawTransparency() {
        return transparency;
    }

    /** Composes a sample on white. */
    final byte onWhite(int sample, int alpha) {
        if (alpha == 255) {
            return (byte) sample;
        }
        transparency = true;
        return (byte) ((sample * alpha + 255 * (255 - alpha) + 127) / 255);
    }

    /** The fastest way that is right for this image. */
    static PixelRows of(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        if (colours instanceof IndexColorModel palette) {
            return new Indexed(image, palette);
        }
        if (!(colours instanceof ComponentColorModel) || colours.isAlphaPremultiplied()) {
            return new Packed(image);
        }
        if (isPlainCmyk(colours)) {
            return new Inks(image);
        }
        if (!hasPlainColours(colours) || colours.getTransferType() > DataBuffer.TYPE_USHORT) {
            return new Converted(image);
        }
        return isByteInterleaved(image) ? new Bytes(image) : new Samples(image);
    }

    /**
     * Grey is taken as it stands: the JDK's grey space is linear, but grey files hold gamma-coded values and mean
     * them to be shown like equal red, green and blue.
     */
    private static boolean hasPlainColours(ColorModel colours) {
        ColorSpace space = colours.getColorSpace();
        return space.isCS_sRGB() || space.getType() == ColorSpace.TYPE_GRAY;
    }

    private static boolean isPlainCmyk(ColorModel colours) {
        ColorSpace space = colours.getColorSpace();
        return space.getType() == ColorSpace.TYPE_CMYK
                && !(space instanceof ICC_ColorSpace)
                && !colours.hasAlpha()
                && colours.getTransferType() <= DataBuffer.TYPE_USHORT;
    }

    private static boolean isByteInterleaved(BufferedImage image) {
        return image.getSampleModel() instanceof PixelInterleavedSampleModel
                && image.getRaster().getDataBuffer() instanceof DataBufferByte
                && image.getRaster().getParent() == null;
    }

    /** Palettes of any depth. */
    private static final class Indexed extends PixelRows {
        private final BufferedImage image;
        private final int[] argb;
        private final int[] samples;

        Indexed(BufferedImage image, IndexColorModel palette) {
            this.image = image;
            this.argb = new int[palette.getMapSize()];
            this.samples = new int[image.getWidth()];
            palette.getRGBs(argb);
        }

        @Override
        void read(int y, byte[] row) {
            image.getRaster().getSamples(0, y, samples.length, 1, 0, samples);
            for (int x = 0; x < samples.length; x++) {
                // A damaged file may name an entry that its palette lacks; viewers show black.
                unpack(samples[x] < argb.length ? argb[samples[x]] : 0xff000000, row, 3 * x);
            }
        }
    }

    /** Pixels packed in integers, and the rare premultiplied kinds. */
    private static final class Packed extends PixelRows {
        private final BufferedImage image;
        private final int[] argb;

        Packed(BufferedImage image) {
            this.image = image;
            this.argb = new int[image.getWidth()];
        }

        @Override
        void read(int y, byte[] row) {
            image.getRGB(0, y, argb.length, 1, argb, 0, argb.length);
            for (int x = 0; x < argb.length; x++) {
                unpack(argb[x], row, 3 * x);
            }
        }
    }

    final void unpack(int argb, byte[] row, int at) {
        int alpha = argb >>> 24;
        row[at] = onWhite(argb >> 16 & 0xff, alpha);
        row[at + 1] = onWhite(argb >> 8 & 0xff, alpha);
        row[at + 2] = onWhite(argb & 0xff, alpha);
    }

    /** One to four 8-bit samples a pixel side by side: nearly every photograph, so it skips all of Java 2D. */
    private static final class Bytes extends PixelRows {
        private final byte[] data;
        private final int start;
        private final int rowStride;
        private final int pixelStride;
        private final int[] offsets;

        Bytes(BufferedImage image) {
            PixelInterleavedSampleModel model = (PixelInterleavedSampleModel) image.getSampleModel();
            DataBufferByte buffer = (DataBufferByte) image.getRaster().getDataBuffer();
            this.data = buffer.getData();
            this.start = buffer.getOffset();
            this.rowStride = model.getScanlineStride();
            this.pixelStride = model.getPixelStride();
            this.offsets = model.getBandOffsets();
        }

        @Override
        void read(int y, byte[] row) {
            int green = offsets.length < 3 ? 0 : 1;
            int blue = offsets.length < 3 ? 0 : 2;
            boolean opaque = offsets.length % 2 == 1;
            int at = start + y * rowStride;
            for (int i = 0; i < row.length; i += 3, at += pixelStride) {
                int alpha = opaque ? 255 : data[at + offsets[offsets.length - 1]] & 0xff;
                row[i] = onWhite(data[at + offsets[0]] & 0xff, alpha);
                row[i + 1] = onWhite(data[at + offsets[green]] & 0xff, alpha);
                row[i + 2] = onWhite(data[at + offsets[blue]] & 0xff, alpha);
            }
        }
    }

    /** One to four samples a pixel of up to 16 bits, in any arrangement. */
    private static final class Samples extends PixelRows {
        private final BufferedImage image;
        private final int[] samples;
        private final int bands;
        private final int max;

        Samples(BufferedImage image) {
            this.image = image;
            this.bands = image.getRaster().getNumBands();
            this.samples = new int[bands * image.getWidth()];
            this.max = (1 << image.getColorModel().getComponentSize(0)) - 1;
        }

        @Override
        void read(int y, byte[] row) {
            image.getRaster().getPixels(0, y, image.getWidth(), 1, samples);
            int green = bands < 3 ? 0 : 1;
            int blue = bands < 3 ? 0 : 2;
            for (int i = 0, at = 0; i < row.length; i += 3, at += bands) {
                int alpha = bands % 2 == 1 ? 255 : to8Bits(samples[at + bands - 1]);
                row[i] = onWhite(to8Bits(samples[at]), alpha);
                row[i + 1] = onWhite(to8Bits(samples[at + green]), alpha);
                row[i + 2] = onWhite(to8Bits(samples[at + blue]), alpha);
            }
        }

        private int to8Bits(int sample) {
            return (sample * 255 + max / 2) / max;
        }
    }

    /**
     * Cyan, magenta, yellow and black without a profile: red, green and blue are what each ink and black leave of white,
     * as viewers have it. The JDK takes what is left for linear light and makes it far too pale.
     */
    private static final class Inks extends PixelRows {
        private final BufferedImage image;
        private final int[] samples;
        private final int max;

        Inks(BufferedImage image) {
            this.image = image;
            this.samples = new int[4 * image.getWidth()];
            this.max = (1 << image.getColorModel().getComponentSize(0)) - 1;
        }

        @Override
        void read(int y, byte[] row) {
            image.getRaster().getPixels(0, y, image.getWidth(), 1, samples);
            for (int i = 0, at = 0; i < row.length; i += 3, at += 4) {
                long light = max - samples[at + 3];
                for (int c = 0; c < 3; c++) {
                    row[i + c] = (byte) Math.round(255.0 * light * (max - samples[at + c]) / ((double) max * max));
                }
            }
        }
    }

    /** Any other colour space, through the JDK's colour management, some rows at a time. */
    private static final class Converted extends PixelRows {
        private static final int BAND = 64;

        private final BufferedImage image;
        private final ColorConvertOp toRgb = new ColorConvertOp(null);
        private final int[] argb;
        private BufferedImage band;
        private int bandStart = -BAND;

        Converted(BufferedImage image) {
            this.image = image;
            this.argb = new int[image.getWidth()];
            this.band = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        }

        @Override
        void read(int y, byte[] row) {
            if (y < bandStart || y >= bandStart + BAND) {
                convertFrom(y);
            }
            band.getRGB(0, y - bandStart, argb.length, 1, argb, 0, argb.length);
            for (int x = 0; x < argb.length; x++) {
                unpack(argb[x], row, 3 * x);
            }
        }

        private void convertFrom(int y) {
            int rows = Math.min(BAND, image.getHeight() - y);
            band = new BufferedImage(image.getWidth(), rows, BufferedImage.TYPE_INT_ARGB);
            toRgb.filter(image.getSubimage(0, y, image.getWidth(), rows), band);
            bandStart = y;
        }
    }
}
