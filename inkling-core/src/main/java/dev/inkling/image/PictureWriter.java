package dev.inkling.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.WritableRaster;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes pictures with the JDK's writers. Stateless. */
public final class PictureWriter {
    /** High enough that JPEG's own damage does not hide the codec's. */
    private static final float JPEG_QUALITY = 0.92f;

    private PictureWriter() {}

    /**
     * Writes a whole file.
     *
     * @param out where to; stays open, and is flushed
     */
    public static void write(Raster picture, PictureFormat format, ImageOutputStream out) throws IOException {
        ImageWriter writer = writerOf(format);
        try {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (format == PictureFormat.JPEG) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionQuality(JPEG_QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(view(picture), null, null), param);
            out.flush();
        } finally {
            writer.dispose();
        }
    }

    private static ImageWriter writerOf(PictureFormat format) {
        ImageWriter fallback = null;
        for (var all = ImageIO.getImageWritersByFormatName(format.formatName()); all.hasNext(); ) {
            ImageWriter writer = all.next();
            if (writer.getClass().getModule() == ImageIO.class.getModule()) {
                return writer;
            }
            fallback = writer;
        }
        if (fallback == null) {
            throw new IllegalStateException("this Java has no writer for " + format);
        }
        return fallback;
    }

    /** The picture's own samples as an image, not copied: writers only read it. */
    private static BufferedImage view(Raster picture) {
        byte[] rgb = picture.samples();
        WritableRaster raster = java.awt.image.Raster.createInterleavedRaster(
                new DataBufferByte(rgb, rgb.length),
                picture.width(),
                picture.height(),
                3 * picture.width(),
                3,
                new int[] {0, 1, 2},
                null);
        ColorModel colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(colours, raster, false, null);
    }
}
