package dev.inkling.codec;

import dev.inkling.Sketch;
import dev.inkling.bitstream.BitstreamWriter;
import dev.inkling.classical.GradientEdges;
import dev.inkling.image.ImageSize;
import dev.inkling.image.PictureReader;
import dev.inkling.image.Raster;
import dev.inkling.sketch.Jbig2Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The sketch layer beside JBIG2, on the same sketches of 128 pixels, with all lines of a picture and with fewer.
 *
 * <p>Usage: {@code EvaluateSketches FOLDER_OF_PNG}
 */
final class EvaluateSketches {
    private static final int SIZE_128 = 4;

    /** Parts of the lines that are drawn. */
    static final double[] PARTS = {1, 0.6, 0.3};

    /**
     * Bytes of all pictures together.
     *
     * @param jbig2 the data of a generic region, without any header
     * @param exact whole files with the same sketch
     * @param tidy  whole files with lines moved by a pixel here and there, as encoders write them
     */
    record Totals(long jbig2, long exact, long tidy) {
        Totals plus(Totals other) {
            return new Totals(jbig2 + other.jbig2, exact + other.exact, tidy + other.tidy);
        }
    }

    private EvaluateSketches() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> pictures = pictures(Path.of(arguments[0]));
        for (double part : PARTS) {
            Totals totals = totals(pictures, part);
            System.out.printf(
                    Locale.ROOT, "%.0f %% of the lines: JBIG2 %.1f bytes, files %.1f (%.1f %%), moved %.1f (%.1f %%)%n",
                    100 * part, (double) totals.jbig2 / pictures.size(), (double) totals.exact / pictures.size(),
                    100.0 * totals.exact / totals.jbig2 - 100, (double) totals.tidy / pictures.size(),
                    100.0 * totals.tidy / totals.jbig2 - 100);
        }
    }

    static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
        }
    }

    static Totals totals(List<Path> pictures, double part) throws IOException {
        Totals totals = new Totals(0, 0, 0);
        for (Path file : pictures) {
            Raster picture = PictureReader.read(file);
            ImageSize size = BitstreamWriter.sketchSize(picture.size(), SIZE_128);
            LineDrawing drawing = new LineDrawing(new GradientEdges().detect(picture, size));
            int lines = (int) (part * drawing.lineCount());
            Sketch exact = drawing.sketch(lines);
            totals = totals.plus(new Totals(
                    Jbig2Region.encode(exact).length, bytes(exact, picture.size()),
                    bytes(drawing.first(lines).tidied(SIZE_128).sketch(lines), picture.size())));
        }
        return totals;
    }

    private static int bytes(Sketch sketch, ImageSize picture) {
        BitstreamWriter writer = new BitstreamWriter(picture, false);
        writer.sketch(sketch, SIZE_128);
        return writer.finish().bytes().remaining();
    }
}
