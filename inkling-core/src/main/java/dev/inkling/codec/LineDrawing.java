package dev.inkling.codec;

import dev.inkling.EdgeMap;
import dev.inkling.Sketch;
import dev.inkling.bitstream.BitstreamWriter;
import dev.inkling.codec.LineTracer.Line;
import dev.inkling.image.ImageSize;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The lines of one edge map, the most important first, of which a sketch takes as many as there is room for. Immutable.
 */
final class LineDrawing {
    /** Edges are at least so strong, as a part of the strength that one pixel in twenty exceeds. */
    private static final double LEAST = 0.15;

    /** Lines of fewer pixels are noise. */
    private static final int SHORTEST = 5;

    /** What the start and the end of a line cost, in pixels of a line. */
    private static final double ENDS = 6;

    private final ImageSize size;
    private final List<Line> lines;

    LineDrawing(EdgeMap map) {
        this.size = map.size();
        BitSet skeleton = Skeleton.of(map, (float) (LEAST * strong(map)));
        this.lines = LineTracer.trace(map, skeleton).stream()
                .filter(line -> line.pixels().size() >= SHORTEST)
                .sorted(Comparator.comparingDouble((Line line) -> -line.strength() / (line.pixels().size() + ENDS)))
                .toList();
    }

    private LineDrawing(ImageSize size, List<Line> lines) {
        this.size = size;
        this.lines = lines;
    }

    /** The most important lines, at most so many. */
    LineDrawing first(int count) {
        return new LineDrawing(size, lines.subList(0, Math.min(count, lines.size())));
    }

    /** The same lines, moved by a pixel here and there so that they take fewer bytes. */
    LineDrawing tidied(int sizeIndex) {
        int[] places = BitstreamWriter.tidySketch(sketch(lines.size()), sizeIndex);
        List<Line> moved = lines.stream()
                .map(line -> line.at(line.pixels().stream().map(pixel -> places[pixel]).filter(at -> at >= 0).toList()))
                .toList();
        return new LineDrawing(size, moved);
    }

    private static double strong(EdgeMap map) {
        int count = Math.toIntExact(map.size().pixels());
        double[] sorted = IntStream.range(0, count).mapToDouble(map::strength).sorted().toArray();
        return sorted[count - 1 - count / 20];
    }

    /** Number of lines. */
    int lineCount() {
        return lines.size();
    }

    /** How many lines have at most so many pixels together. */
    int linesWith(int pixels) {
        int count = 0;
        int sum = 0;
        while (count < lines.size() && sum + lines.get(count).pixels().size() <= pixels) {
            sum += lines.get(count++).pixels().size();
        }
        return count;
    }

    /** A sketch of the first {@code count} lines. */
    Sketch sketch(int count) {
        BitSet pixels = new BitSet();
        lines.subList(0, count).forEach(line -> line.pixels().forEach(pixels::set));
        return new Sketch(size, pixels);
    }
}
