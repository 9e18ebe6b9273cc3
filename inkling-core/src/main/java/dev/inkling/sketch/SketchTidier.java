package dev.inkling.sketch;

import dev.inkling.Sketch;
import dev.inkling.image.ImageSize;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves pixels of lines by one where that saves bits, so that lines become as smooth as the network expects them, and
 * takes those away that a line does not need. Only for encoders: it reckons with floats.
 */
public final class SketchTidier {
    /** What a pixel that moves must save, in bits. */
    private static final double PRICE_OF_MOVE = 1.0;

    /** What a pixel that goes must save; nothing hangs on it. */
    private static final double PRICE_OF_LOSS = 0.5;

    /** Pixels that take fewer bits are as expected. */
    private static final double CHEAP = 1.5;

    private static final int PASSES = 2;

    /** What a pixel changes: the costs of those so many columns to each side and rows below. */
    private static final int COLUMNS = 6;

    private static final int ROWS = 4;

    private static final double[][] BITS = new double[2][LineNetwork.LEVELS];

    static {
        for (int level = 0; level < LineNetwork.LEVELS; level++) {
            double logit = (level - LineNetwork.LEVELS / 2 + 0.5) / 4;
            BITS[0][level] = Math.log1p(Math.exp(logit)) / Math.log(2);
            BITS[1][level] = Math.log1p(Math.exp(-logit)) / Math.log(2);
        }
    }

    private final ImageSize size;
    private final int sizeIndex;
    private final Canvas canvas;
    private final int[] places;
    private final int density;
    private final LineNetwork network = LineNetwork.trained();

    private SketchTidier(Sketch sketch, int sizeIndex) {
        this.size = sketch.size();
        this.sizeIndex = sizeIndex;
        this.canvas = new Canvas(size);
        this.places = new int[Math.toIntExact(size.pixels())];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
            if (sketch.isLine(i % size.width(), i / size.width())) {
                canvas.set(i % size.width(), i / size.width());
            }
        }
        this.density = LineNetwork.density(canvas.count(), places.length);
    }

    /**
     * Where the pixels of lines go.
     *
     * @param sizeIndex which of {@link SketchSize} the sketch has
     * @return for each pixel of the sketch, row by row, its new place, or -1 where it goes away
     */
    public static int[] tidy(Sketch sketch, int sizeIndex) {
        SketchTidier tidier = new SketchTidier(sketch, sizeIndex);
        for (int pass = 0; pass < PASSES; pass++) {
            tidier.pass();
        }
        return tidier.places;
    }

    private void pass() {
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0 && isLine(places[i] % size.width(), places[i] / size.width())) {
                place(i);
            }
        }
    }

    private boolean isLine(int x, int y) {
        return x >= 0 && y >= 0 && x < size.width() && y < size.height() && canvas.window(x, y, 1) != 0;
    }

    /** Tries other places for a pixel. */
    private void place(int pixel) {
        int x = places[pixel] % size.width();
        int y = places[pixel] / size.width();
        if (bits(x, y) < CHEAP) {
            return;
        }
        List<int[]> neighbours = neighbours(x, y);
        double least = around(x, y);
        int best = places[pixel];
        canvas.clear(x, y);
        if (hangTogether(neighbours) && !neighbours.isEmpty() && around(x, y) + PRICE_OF_LOSS < least) {
            least = around(x, y) + PRICE_OF_LOSS;
            best = -1;
        }
        for (int toY = Math.max(0, y - 1); toY <= Math.min(size.height() - 1, y + 1); toY++) {
            for (int toX = Math.max(0, x - 1); toX <= Math.min(size.width() - 1, x + 1); toX++) {
                if (!isLine(toX, toY) && (toX != x || toY != y) && joins(toX, toY, neighbours)) {
                    canvas.set(toX, toY);
                    double cost = around(x, y) + PRICE_OF_MOVE;
                    canvas.clear(toX, toY);
                    if (cost < least) {
                        least = cost;
                        best = toY * size.width() + toX;
                    }
                }
            }
        }
        if (best >= 0) {
            canvas.set(best % size.width(), best / size.width());
        }
        places[pixel] = best;
    }

    private List<int[]> neighbours(int x, int y) {
        List<int[]> found = new ArrayList<>(8);
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                if ((dx != 0 || dy != 0) && isLine(x + dx, y + dy)) {
                    found.add(new int[] {x + dx, y + dy});
                }
            }
        }
        return found;
    }

    /** Whether all of them touch the place. */
    private static boolean joins(int x, int y, List<int[]> neighbours) {
        return neighbours.stream().allMatch(one -> touch(one, new int[] {x, y}));
    }

    private static boolean hangTogether(List<int[]> neighbours) {
        return neighbours.stream().allMatch(one -> neighbours.stream().allMatch(other -> touch(one, other)));
    }

    private static boolean touch(int[] one, int[] other) {
        return Math.abs(one[0] - other[0]) <= 1 && Math.abs(one[1] - other[1]) <= 1;
    }

    private double bits(int x, int y) {
        return BITS[isLine(x, y) ? 1 : 0][network.level(canvas, x, y, density, sizeIndex)];
    }

    /** Bits of the pixels that one at this place, or next to it, changes. */
    private double around(int x, int y) {
        double sum = 0;
        for (int atY = Math.max(0, y - 1); atY <= Math.min(size.height() - 1, y + ROWS); atY++) {
            for (int atX = Math.max(0, x - COLUMNS); atX <= Math.min(size.width() - 1, x + COLUMNS); atX++) {
                sum += bits(atX, atY);
            }
        }
        return sum;
    }
}
