package dev.inkling.classical;

import dev.inkling.Sketch;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws the lines of a sketch over a picture, as with a pencil: neighbouring pixels are joined by strokes, after their
 * places have been smoothed along the line. On dark ground the pencil is white.
 */
public final class SketchPainter {
    /** Width of a stroke to each side, in pixels of the sketch, and at least that in pixels of the picture. */
    private static final double HALF_WIDTH = 0.22;

    private static final double LEAST_HALF_WIDTH = 0.7;

    /** How much of the ground a stroke covers. */
    private static final float COVER = 0.7f;

    private static final int DARK_PENCIL = 24;
    private static final int LIGHT_PENCIL = 224;
    private static final int DARK_GROUND = 80;

    private static final int SMOOTHINGS = 3;

    private final Sketch sketch;
    private final ImageSize size;
    private final float[] cover;
    private double[] x;
    private double[] y;

    private SketchPainter(Sketch sketch, ImageSize size) {
        this.sketch = sketch;
        this.size = size;
        this.cover = new float[Math.toIntExact(size.pixels())];
        int count = Math.toIntExact(sketch.size().pixels());
        this.x = new double[count];
        this.y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = i % sketch.size().width();
            y[i] = i / sketch.size().width();
        }
    }

    /** Draws over a picture. */
    static Raster draw(Sketch sketch, Raster ground) {
        return drawn(sketch, ground.size()).over(ground);
    }

    /** White lines on black, as image models that follow lines want them. */
    public static Raster whiteOnBlack(Sketch sketch, ImageSize size) {
        float[] cover = drawn(sketch, size).cover;
        byte[] rgb = new byte[Raster.byteCount(size)];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.round(255 * cover[i / 3]);
        }
        return Raster.wrap(size, rgb);
    }

    private static SketchPainter drawn(Sketch sketch, ImageSize size) {
        SketchPainter painter = new SketchPainter(sketch, size);
        for (int i = 0; i < SMOOTHINGS; i++) {
            painter.smooth();
        }
        painter.strokes();
        return painter;
    }

    private boolean isLine(int pixel) {
        return sketch.isLine(pixel % sketch.size().width(), pixel / sketch.size().width());
    }

    private List<Integer> neighbours(int pixel) {
        int width = sketch.size().width();
        int column = pixel % width;
        int row = pixel / width;
        List<Integer> found = new ArrayList<>(8);
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                if ((dx != 0 || dy != 0) && sketch.isLine(column + dx, row + dy)) {
                    found.add((row + dy) * width + column + dx);
                }
            }
        }
        return found;
    }

    /** Moves each pixel between two others half the way to their middle. */
    private void smooth() {
        double[] nextX = x.clone();
        double[] nextY = y.clone();
        for (int i = 0; i < x.length; i++) {
            List<Integer> neighbours = isLine(i) ? neighbours(i) : List.of();
            if (neighbours.size() == 2) {
                int a = neighbours.get(0);
                int b = neighbours.get(1);
                nextX[i] = x[i] / 2 + (x[a] + x[b]) / 4;
                nextY[i] = y[i] / 2 + (y[a] + y[b]) / 4;
            }
        }
        x = nextX;
        y = nextY;
    }

    private void strokes() {
        for (int i = 0; i < x.length; i++) {
            if (isLine(i)) {
                List<Integer> neighbours = neighbours(i);
                if (neighbours.isEmpty()) {
                    stroke(i, i);
                }
                for (int next : neighbours) {
                    if (next > i) {
                        stroke(i, next);
                    }
                }
            }
        }
    }

    /** Covers what is near the line between two pixels of the sketch. */
    private void stroke(int from, int to) {
        double scaleX = (double) size.width() / sketch.size().width();
        double scaleY = (double) size.height() / sketch.size().height();
        double startX = (x[from] + 0.5) * scaleX - 0.5;
        double startY = (y[from] + 0.5) * scaleY - 0.5;
        double alongX = (x[to] - x[from]) * scaleX;
        double alongY = (y[to] - y[from]) * scaleY;
        double half = Math.max(LEAST_HALF_WIDTH, HALF_WIDTH * Math.min(scaleX, scaleY));
        double squared = Math.max(1e-9, alongX * alongX + alongY * alongY);
        int left = clamp(StrictMath.floor(Math.min(startX, startX + alongX) - half), size.width());
        int right = clamp(StrictMath.ceil(Math.max(startX, startX + alongX) + half), size.width());
        int top = clamp(StrictMath.floor(Math.min(startY, startY + alongY) - half), size.height());
        int bottom = clamp(StrictMath.ceil(Math.max(startY, startY + alongY) + half), size.height());
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double dx = column - startX;
                double dy = row - startY;
                double part = Math.max(0, Math.min(1, (dx * alongX + dy * alongY) / squared));
                double offX = dx - part * alongX;
                double offY = dy - part * alongY;
                double near = 1 - StrictMath.sqrt(offX * offX + offY * offY) / half;
                int at = row * size.width() + column;
                cover[at] = Math.max(cover[at], (float) Math.min(1, 2 * near));
            }
        }
    }

    private static int clamp(double place, int length) {
        return (int) Math.max(0, Math.min(length - 1, place));
    }

    private Raster over(Raster ground) {
        byte[] rgb = new byte[Raster.byteCount(size)];
        byte[] row = new byte[3 * size.width()];
        for (int line = 0; line < size.height(); line++) {
            ground.copyRow(line, row);
            for (int column = 0; column < size.width(); column++) {
                cover(row, 3 * column, COVER * cover[line * size.width() + column]);
            }
            System.arraycopy(row, 0, rgb, line * row.length, row.length);
        }
        return Raster.wrap(size, rgb);
    }

    private static void cover(byte[] row, int at, float part) {
        if (part > 0) {
            int sum = (row[at] & 0xff) + (row[at + 1] & 0xff) + (row[at + 2] & 0xff);
            int pencil = sum < 3 * DARK_GROUND ? LIGHT_PENCIL : DARK_PENCIL;
            for (int c = at; c < at + 3; c++) {
                int sample = row[c] & 0xff;
                row[c] = (byte) Math.round(sample + part * (pencil - sample));
            }
        }
    }
}
