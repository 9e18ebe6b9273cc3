package dev.inkling.codec;

import dev.inkling.EdgeMap;
import dev.inkling.Sketch;
import dev.inkling.classical.GradientEdges;
import dev.inkling.image.PictureReader;
import dev.inkling.image.Raster;
import dev.inkling.sketch.SketchSize;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the sketches that the sketch layer is trained with: for each picture of a folder every second size, with many,
 * some and few lines. Each sketch: size index, width, height (16 bits each), then its pixels row by row, one byte each.
 *
 * <p>Usage: {@code ExportSketches FOLDER_OF_PNG FILE}
 */
final class ExportSketches {
    private static final double[] PARTS = {1, 0.6, 0.3};

    public static void main(String[] arguments) throws IOException {
        List<Path> pictures;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            pictures = files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
        }
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1]))))) {
            for (Path file : pictures) {
                Raster picture = PictureReader.read(file);
                for (int index = 0; index < SketchSize.COUNT; index += 2) {
                    EdgeMap map = new GradientEdges().detect(picture, SketchSize.of(picture.size(), index));
                    LineDrawing drawing = new LineDrawing(map);
                    for (double part : PARTS) {
                        write(drawing.sketch((int) (part * drawing.lineCount())), index, out);
                    }
                }
            }
        }
    }

    private static void write(Sketch sketch, int index, DataOutputStream out) throws IOException {
        out.writeShort(index);
        out.writeShort(sketch.size().width());
        out.writeShort(sketch.size().height());
        for (int y = 0; y < sketch.size().height(); y++) {
            for (int x = 0; x < sketch.size().width(); x++) {
                out.writeByte(sketch.isLine(x, y) ? 1 : 0);
            }
        }
    }
}
