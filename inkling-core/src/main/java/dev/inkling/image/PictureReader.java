package dev.inkling.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads pictures with the readers that {@link ImageIO} knows: those of the JDK (PNG, JPEG, GIF, BMP, TIFF) and those on
 * the class path (WebP, CMYK JPEG). Immutable and thread-safe.
 */
public final class PictureReader {
    /** Largest picture that is read unless asked otherwise, in pixels. */
    public static final long DEFAULT_MAX_PIXELS = 100_000_000;

    /** WBMP is left out on purpose: it has no signature, so that many damaged files look like one. */
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp", "tif", "tiff", "webp");

    private final long maxPixels;

    /**
     * @param maxPixels larger pictures are refused before memory is taken; at least 1, and at most
     *                  {@link Raster#MAX_PIXELS} count
     */
    public PictureReader(long maxPixels) {
        this.maxPixels = Math.min(maxPixels, Raster.MAX_PIXELS);
    }

    /**
     * A picture that was read.
     *
     * @param picture upright and opaque
     * @param notes   what was changed on the way, such as transparency that is gone; often empty
     */
    public record Loaded(Raster picture, List<String> notes) {
        public Loaded {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Reads a picture as it lies in its file, at most {@link #DEFAULT_MAX_PIXELS} of it. For more control make a reader.
     *
     * @throws UnreadablePictureException when it is not a picture, or a damaged one
     * @throws PictureTooLargeException   when it has more pixels than allowed, or a side above 65,535
     */
    public static Raster read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                ImageInputStream in = ImageIO.createImageInputStream(bytes)) {
            return new PictureReader(DEFAULT_MAX_PIXELS).read(in, Orientation.UPRIGHT).picture();
        }
    }

    /**
     * Reads the first picture of a file. Transparency is composed on white; colours are converted to sRGB, 16-bit
     * samples rounded to 8 bits.
     *
     * @param in          the file, positioned at its start; stays open
     * @param orientation how to turn it, see {@link Orientation#ofExif}
     * @throws UnreadablePictureException when it is not a picture, or a damaged one
     * @throws PictureTooLargeException   when it has more pixels than allowed, or a side above 65,535
     */
    public Loaded read(ImageInputStream in, Orientation orientation) throws IOException {
        List<ImageReader> readers = readersOf(in);
        if (readers.isEmpty()) {
            throw new UnreadablePictureException("not a picture (PNG, JPEG, GIF, BMP, TIFF and WebP are read)");
        }
        try {
            return readWithFirstAble(readers, in, orientation);
        } finally {
            readers.forEach(ImageReader::dispose);
        }
    }

    /** A picture that one reader cannot do, such as a CMYK JPEG, may be one for the next. */
    private Loaded readWithFirstAble(List<ImageReader> readers, ImageInputStream in, Orientation orientation)
            throws IOException {
        UnreadablePictureException refusal = null;
        for (ImageReader reader : readers) {
            try {
                in.seek(0);
                return read(reader, in, orientation);
            } catch (UnreadablePictureException e) {
                refusal = refusal == null ? e : refusal;
            }
        }
        throw refusal;
    }

    private Loaded read(ImageReader reader, ImageInputStream in, Orientation orientation) throws IOException {
        List<String> notes = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> noteWarning(warning, notes));
        BufferedImage image = decode(reader, in);
        ImageSize stored = new ImageSize(image.getWidth(), image.getHeight());
        PixelRows rows = PixelRows.of(image);
        Raster picture = collect(rows, stored, orientation);
        if (rows.sawTransparency()) {
            notes.add("transparency was composed on white");
        }
        return new Loaded(picture, notes);
    }

    private BufferedImage decode(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            // Metadata is not wanted; reading it is where compressed-text bombs are.
            reader.setInput(isFromJdk(reader) ? in : new EndGuard(in), true, true);
            checkSize(reader.getWidth(0), reader.getHeight(0));
            return reader.read(0);
        } catch (PictureTooLargeException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Readers answer damage with any unchecked exception: index, argument, negative size, null.
            throw new UnreadablePictureException("damaged or unusual " + format(reader) + ": " + reason(e), e);
        }
    }

    private void checkSize(int width, int height) throws PictureTooLargeException {
        if (width > ImageSize.MAX_SIDE || height > ImageSize.MAX_SIDE) {
            throw new PictureTooLargeException(
                    "the picture is " + width + "x" + height + "; sides may have at most " + ImageSize.MAX_SIDE);
        }
        if ((long) width * height > maxPixels) {
            throw new PictureTooLargeException("the picture is " + width + "x" + height + " = "
                    + (long) width * height + " pixels; at most " + maxPixels + " are allowed");
        }
    }

    private static Raster collect(PixelRows rows, ImageSize stored, Orientation orientation) {
        byte[] row = new byte[3 * stored.width()];
        byte[] rgb = new byte[Raster.byteCount(stored)];
        int step = 3 * orientation.columnStep(stored);
        for (int y = 0; y < stored.height(); y++) {
            rows.read(y, row);
            int target = 3 * orientation.shownIndex(0, y, stored);
            for (int i = 0; i < row.length; i += 3, target += step) {
                rgb[target] = row[i];
                rgb[target + 1] = row[i + 1];
                rgb[target + 2] = row[i + 2];
            }
        }
        return Raster.wrap(orientation.shown(stored), rgb);
    }

    /**
     * Readers that recognise the file, the JDK's own first: they start faster. Not so for TIFF, where the JDK's takes
     * YCbCr for linear light and CIELAB for nearly nothing.
     */
    private static List<ImageReader> readersOf(ImageInputStream in) {
        List<ImageReader> readers = new ArrayList<>();
        for (Iterator<ImageReader> all = ImageIO.getImageReaders(in); all.hasNext(); ) {
            ImageReader reader = all.next();
            if (FORMATS.contains(format(reader).toLowerCase(Locale.ROOT))) {
                readers.add(reader);
            }
        }
        readers.sort(Comparator.comparing(reader -> isFromJdk(reader) == isTiff(reader)));
        return readers;
    }

    private static boolean isTiff(ImageReader reader) {
        return format(reader).toLowerCase(Locale.ROOT).startsWith("tif");
    }

    private static boolean isFromJdk(ImageReader reader) {
        return reader.getClass().getModule() == ImageIO.class.getModule();
    }

    private static String format(ImageReader reader) {
        String[] names = reader.getOriginatingProvider().getFormatNames();
        return names.length == 0 ? "" : names[0];
    }

    private static String reason(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static void noteWarning(String warning, List<String> notes) {
        String note = "while reading: " + warning.replaceAll("\\s+", " ").strip();
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }
}
