package dev.inkling.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inkling.SharedFolder;
import dev.inkling.Sketch;
import dev.inkling.bitstream.BitstreamWriter;
import dev.inkling.classical.GradientEdges;
import dev.inkling.image.PictureReader;
import dev.inkling.image.Raster;
import dev.inkling.sketch.Jbig2Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sketch layer beside JBIG2, on the same sketches of the Kodak pictures. */
class SketchRateTest {
    private static final int SIZE_128 = 4;

    private static final double[] PARTS = {1, 0.6, 0.3};

    /** Bytes of JBIG2's data alone against those that a whole file has more with the sketch than with an empty one. */
    @Test
    void sketchesTakeThirtyPercentLessThanJbig2() throws IOException {
        Path folder = SharedFolder.resolve("images/kodak");
        assumeTrue(Files.isDirectory(folder), "not run: no Kodak pictures; set INKLING_SHARED to the folder of images/kodak");
        for (double part : PARTS) {
            long ours = 0;
            long theirs = 0;
            for (Path file : pictures(folder)) {
                Raster picture = PictureReader.read(file);
                LineDrawing drawing = new LineDrawing(new GradientEdges()
                        .detect(picture, BitstreamWriter.sketchSize(picture.size(), SIZE_128)));
                Sketch sketch = drawing.sketch((int) (part * drawing.lineCount()));
                ours += bytes(sketch, picture);
                theirs += Jbig2Region.encode(sketch).length;
            }
            assertThat(ours).as("part %s", part).isLessThan(theirs * 7 / 10);
        }
    }

    private static int bytes(Sketch sketch, Raster picture) {
        BitstreamWriter writer = new BitstreamWriter(picture.size(), false);
        writer.sketch(sketch, SIZE_128);
        return writer.finish().bytes().remaining();
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
        }
    }
}
