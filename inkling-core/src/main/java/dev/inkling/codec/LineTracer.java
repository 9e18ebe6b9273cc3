package dev.inkling.codec;

import dev.inkling.EdgeMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Takes a skeleton apart into lines, which end where three meet or where nothing goes on. */
final class LineTracer {
    /** A line that hangs on another and is shorter than this is a spur of the thinning. */
    private static final int SPUR = 4;

    private final EdgeMap map;
    private final int width;
    private final int height;
    private final BitSet pixels;
    private final BitSet visited = new BitSet();
    private final List<Line> lines = new ArrayList<>();

    private LineTracer(EdgeMap map, BitSet pixels) {
        this.map = map;
        this.width = map.size().width();
        this.height = map.size().height();
        this.pixels = pixels;
    }

    /**
     * A line.
     *
     * @param pixels   those that it goes through, row by row
     * @param strength sum of the strengths of its edge
     * @param isSpur   whether it hangs on another line by one end and is short
     */
    record Line(List<Integer> pixels, double strength, boolean isSpur) {
        /** The same line at other pixels. */
        Line at(List<Integer> places) {
            return new Line(places, strength, isSpur);
        }
    }

    /** The lines of a skeleton without its spurs. */
    static List<Line> trace(EdgeMap map, BitSet skeleton) {
        BitSet left = (BitSet) skeleton.clone();
        for (Line line : new LineTracer(map, left).all()) {
            if (line.isSpur) {
                line.pixels.subList(0, line.pixels.size() - 1).forEach(left::clear);
            }
        }
        return new LineTracer(map, left).all();
    }

    private List<Line> all() {
        // From free ends first, so that spurs are walked towards the line they hang on; then from junctions; then rings.
        for (int degree : new int[] {0, 1, 3, 2}) {
            pixels.stream().filter(pixel -> Math.min(3, neighbours(pixel).size()) == degree).forEach(this::walkFrom);
        }
        return lines;
    }

    private void walkFrom(int start) {
        if (visited.get(start) && neighbours(start).size() <= 2) {
            return;
        }
        visited.set(start);
        List<Integer> ways = neighbours(start).stream().filter(next -> !visited.get(next)).toList();
        if (ways.isEmpty()) {
            if (neighbours(start).isEmpty()) {
                add(List.of(start));
            }
            return;
        }
        ways.stream().filter(next -> !visited.get(next)).forEach(next -> walk(start, next));
    }

    private void walk(int start, int first) {
        List<Integer> line = new ArrayList<>();
        line.add(start);
        int at = first;
        while (true) {
            line.add(at);
            boolean junction = neighbours(at).size() > 2;
            if (junction) {
                break;
            }
            visited.set(at);
            int from = line.get(line.size() - 2);
            int next = neighbours(at).stream().filter(pixel -> pixel != from && !line.contains(pixel)).findFirst().orElse(-1);
            if (next < 0) {
                break;
            }
            at = next;
        }
        add(line);
    }

    private void add(List<Integer> line) {
        double strength = line.stream().mapToDouble(pixel -> map.strength(pixel)).sum();
        boolean hangs = neighbours(line.get(0)).size() == 1 && neighbours(line.get(line.size() - 1)).size() > 2;
        lines.add(new Line(List.copyOf(line), strength, hangs && line.size() <= SPUR));
    }

    private List<Integer> neighbours(int pixel) {
        List<Integer> found = new ArrayList<>(8);
        int x = pixel % width;
        int y = pixel / width;
        for (int atY = Math.max(0, y - 1); atY <= Math.min(height - 1, y + 1); atY++) {
            for (int atX = Math.max(0, x - 1); atX <= Math.min(width - 1, x + 1); atX++) {
                int at = atY * width + atX;
                if (at != pixel && pixels.get(at)) {
                    found.add(at);
                }
            }
        }
        return found;
    }
}
