package dev.inkling.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Small picture files of many kinds. */
final class PictureFixtures {
    static final int WIDTH = 48;
    static final int HEIGHT = 32;

    private PictureFixtures() {}

    /** Left half red, right half blue, the top quarter of both white: shows how it is turned. */
    static BufferedImage flag(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, y < HEIGHT / 4 ? 0xffffffff : x < WIDTH / 2 ? 0xffff0000 : 0xff0000ff);
            }
        }
        return image;
    }

    static byte[] write(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The JPEG with an APP1 segment that names an orientation. */
    static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] exif = exif(orientation);
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + 10 + exif.length);
        file.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (8 + exif.length));
        file.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif);
        return file.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** The PNG with an eXIf chunk after its header. */
    static byte[] withExifChunk(byte[] png, int orientation) {
        byte[] exif = exif(orientation);
        int headerEnd = 8 + 12 + 13;
        ByteBuffer chunk = ByteBuffer.allocate(4 + exif.length);
        chunk.put("eXIf".getBytes(StandardCharsets.US_ASCII)).put(exif);
        CRC32 crc = new CRC32();
        crc.update(chunk.array());
        ByteBuffer file = ByteBuffer.allocate(png.length + 12 + exif.length);
        file.put(png, 0, headerEnd).putInt(exif.length).put(chunk.array()).putInt((int) crc.getValue());
        return file.put(png, headerEnd, png.length - headerEnd).array();
    }

    /** A TIFF header and one directory with one entry: tag 0x0112, a short. */
    private static byte[] exif(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(26);
        tiff.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
        return tiff.putInt(0).array();
    }
}
