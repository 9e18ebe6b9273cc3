package dev.inkling.codec;

import dev.inkling.EdgeMap;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Thins the ridges of an edge map to lines of one pixel: pixels are taken away, the weakest first, as long as what hangs
 * together goes on to (Yokoi's connectivity number is 1) and no line gets shorter.
 */
final class Skeleton {
    /** Offsets of the eight neighbours, against the clock from the right one. */
    private static final int[] AROUND_X = {1, 1, 0, -1, -1, -1, 0, 1};

    private static final int[] AROUND_Y = {0, -1, -1, -1, 0, 1, 1, 1};

    private final int width;
    private final int height;
    private final BitSet pixels;

    private Skeleton(int width, int height, BitSet pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /**
     * @param least pixels below this strength are no edges
     * @return the pixels of the lines, row by row
     */
    static BitSet of(EdgeMap map, float least) {
        int count = Math.toIntExact(map.size().pixels());
        BitSet pixels = new BitSet();
        IntStream.range(0, count).filter(i -> map.strength(i) >= least && map.strength(i) > 0).forEach(pixels::set);
        List<Integer> weakestFirst = pixels.stream().boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> map.strength(i)).thenComparing(i -> i))
                .toList();
        Skeleton skeleton = new Skeleton(map.size().width(), map.size().height(), pixels);
        boolean thinner = true;
        while (thinner) {
            thinner = skeleton.thin(weakestFirst);
        }
        return skeleton.pixels;
    }

    private boolean thin(List<Integer> order) {
        boolean any = false;
        for (int pixel : order) {
            if (pixels.get(pixel) && isDispensable(pixel % width, pixel / width)) {
                pixels.clear(pixel);
                any = true;
            }
        }
        return any;
    }

    private boolean isDispensable(int x, int y) {
        int neighbours = 0;
        int connectivity = 0;
        for (int k = 0; k < 8; k++) {
            neighbours += line(x, y, k);
            if (k % 2 == 0 && line(x, y, k) == 0 && line(x, y, k + 1) + line(x, y, k + 2) > 0) {
                connectivity++;
            }
        }
        return neighbours > 1 && connectivity == 1;
    }

    /** 1 where the neighbour in direction {@code k} is a line, else 0. */
    private int line(int x, int y, int k) {
        int atX = x + AROUND_X[k % 8];
        int atY = y + AROUND_Y[k % 8];
        boolean inside = atX >= 0 && atY >= 0 && atX < width && atY < height;
        return inside && pixels.get(atY * width + atX) ? 1 : 0;
    }
}
