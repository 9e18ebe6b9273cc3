package dev.inkling.cli;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import dev.inkling.image.Orientation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds out how a camera was held. */
final class ExifOrientation {
    /** How much of a file is looked at to find out whether it has EXIF data at all. */
    static final int HEAD = 1 << 17;

    private ExifOrientation() {}

    /** Opens the same file from its start. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /** The orientation that the file names; upright when it names none or is no picture. */
    static Orientation of(Source source) throws IOException {
        byte[] head;
        try (InputStream in = source.open()) {
            head = in.readNBytes(HEAD);
        }
        // The reader of metadata takes a while to load; most files do not need it.
        return mayHaveExif(head) ? extract(source) : Orientation.UPRIGHT;
    }

    private static Orientation extract(Source source) throws IOException {
        try (InputStream in = source.open()) {
            Metadata metadata = ImageMetadataReader.readMetadata(in);
            ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer value = exif == null ? null : exif.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
            return value == null ? Orientation.UPRIGHT : Orientation.ofExif(value);
        } catch (ImageProcessingException | IOException e) {
            // Whether the file is damaged, or the disk, is for the picture reader to say: it reads next.
            return Orientation.UPRIGHT;
        }
    }

    private static boolean mayHaveExif(byte[] head) {
        boolean tiff = startsWith(head, "II*\0") || startsWith(head, "MM\0*");
        // Bit 3 of the VP8X chunk's flags announces an EXIF chunk, which comes last.
        boolean webp = startsWith(head, "RIFF") && head.length > 20 && (head[20] & 8) != 0;
        return tiff || webp || contains(head, "Exif\0") || contains(head, "eXIf");
    }

    private static boolean startsWith(byte[] head, String ascii) {
        byte[] wanted = ascii.getBytes(StandardCharsets.US_ASCII);
        return head.length >= wanted.length && Arrays.equals(head, 0, wanted.length, wanted, 0, wanted.length);
    }

    private static boolean contains(byte[] head, String ascii) {
        return new String(head, StandardCharsets.ISO_8859_1).contains(ascii);
    }
}
