package dev.inkling.eval.baseline;

import dev.inkling.image.ImageSize;
import dev.inkling.image.PictureReader;
import dev.inkling.image.Raster;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Baseline JPEG of the JDK, 4:2:0, with Huffman tables made for each file. */
final class JpegCoder implements PictureCoder {
    private static final int SETTINGS = 101;

    @Override
    public String name() {
        return "jpeg";
    }

    @Override
    public String identity() {
        return "jpeg of Java " + Runtime.version().feature() + ", optimised Huffman tables";
    }

    @Override
    public String extension() {
        return "jpg";
    }

    @Override
    public int settings() {
        return SETTINGS;
    }

    @Override
    public String settingName(int setting) {
        return "quality " + setting;
    }

    @Override
    public byte[] encode(Raster picture, int setting) throws IOException {
        ImageWriter writer = writer();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            JPEGImageWriteParam param = (JPEGImageWriteParam) writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(setting / (SETTINGS - 1f));
            param.setOptimizeHuffmanTables(true);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image(picture), null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    @Override
    public Raster decode(Path file) throws IOException {
        return PictureReader.read(file);
    }

    /** The JDK's own: a writer on the class path may have other parameters. */
    private static ImageWriter writer() {
        for (var all = ImageIO.getImageWritersByFormatName("jpeg"); all.hasNext(); ) {
            ImageWriter writer = all.next();
            if (writer.getClass().getModule() == ImageIO.class.getModule()) {
                return writer;
            }
        }
        throw new IllegalStateException("this Java has no JPEG writer of its own");
    }

    private static BufferedImage image(Raster picture) {
        ImageSize size = picture.size();
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                image.setRGB(x, y, picture.rgb(x, y));
            }
        }
        return image;
    }
}
