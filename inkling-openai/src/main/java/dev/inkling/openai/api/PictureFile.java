package dev.inkling.openai.api;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Orientation;
import dev.inkling.image.PictureFormat;
import dev.inkling.image.PictureReader;
import dev.inkling.image.PictureTooLargeException;
import dev.inkling.image.PictureWriter;
import dev.inkling.image.Raster;
import dev.inkling.image.UnreadablePictureException;
import dev.inkling.openai.transport.MalformedAnswerException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture as services take and give it. Immutable. */
public final class PictureFile {
    /** Larger pictures are not what was asked for. */
    private static final int MAX_PIXELS = 40_000_000;

    /** What an answer says besides its picture. */
    private static final int FRAME = 1 << 20;

    private final byte[] bytes;
    private final PictureFormat format;

    private PictureFile(byte[] bytes, PictureFormat format) {
        this.bytes = bytes;
        this.format = format;
    }

    /** A lossless file, for pictures that are edited. */
    public static PictureFile png(Raster picture) {
        return new PictureFile(write(picture, PictureFormat.PNG), PictureFormat.PNG);
    }

    /** A smaller file, for pictures that are only looked at. */
    public static PictureFile jpeg(Raster picture) {
        return new PictureFile(write(picture, PictureFormat.JPEG), PictureFormat.JPEG);
    }

    private static byte[] write(Raster picture, PictureFormat format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            PictureWriter.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /** Reads the picture of an answer, of any type that is known here. */
    static Raster read(byte[] file) throws MalformedAnswerException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            return new PictureReader(MAX_PIXELS).read(in, Orientation.UPRIGHT).picture();
        } catch (UnreadablePictureException | PictureTooLargeException e) {
            throw new MalformedAnswerException("the answer has no usable picture: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be read", e);
        }
    }

    /** Longest answer with a picture: base64 takes four thirds of a file that compression did nothing for. */
    static int maxAnswer(ImageSize size) {
        return FRAME + Math.toIntExact(4 * size.pixels() + size.pixels() / 2);
    }

    /** Reads base64, with or without the beginning of a data URL. */
    static byte[] decode(String base64) throws MalformedAnswerException {
        int comma = base64.startsWith("data:") ? base64.indexOf(',') : -1;
        try {
            return Base64.getDecoder().decode(base64.substring(comma + 1));
        } catch (IllegalArgumentException e) {
            throw new MalformedAnswerException("the picture of the answer is not base64");
        }
    }

    String mediaType() {
        return format == PictureFormat.PNG ? "image/png" : "image/jpeg";
    }

    String fileName() {
        return format == PictureFormat.PNG ? "picture.png" : "picture.jpg";
    }

    String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    String dataUrl() {
        return "data:" + mediaType() + ";base64," + base64();
    }

    /** The bytes themselves, not a copy: for reading only. */
    byte[] bytes() {
        return bytes;
    }
}
