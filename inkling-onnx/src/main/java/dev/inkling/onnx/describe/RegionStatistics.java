package dev.inkling.onnx.describe;

import dev.inkling.classical.Segment;
import dev.inkling.image.Lab;

/** Gathers the cells of one kind of a grid over a picture. Not thread-safe. */
final class RegionStatistics {
    /** A box has so many times the standard deviation of the positions in it as its side. */
    private static final double SIDE = Math.sqrt(12);

    private int count;
    private double scores;
    private double l;
    private double a;
    private double b;
    private double x;
    private double y;
    private double squaredX;
    private double squaredY;

    /**
     * @param atX    centre of a cell, as a fraction of the picture's width
     * @param atY    the same of its height
     * @param colour that of the picture there
     * @param score  how sure it is that the cell is of this kind, 0 to 1
     */
    void add(double atX, double atY, Lab colour, double score) {
        count++;
        scores += score;
        l += colour.l();
        a += colour.a();
        b += colour.b();
        x += atX;
        y += atY;
        squaredX += atX * atX;
        squaredY += atY * atY;
    }

    int count() {
        return count;
    }

    /** Mean of the scores. */
    double score() {
        return scores / count;
    }

    /** @param cells how many there are in the picture */
    Segment segment(int cells) {
        return new Segment(
                (double) count / cells, new Lab(l / count, a / count, b / count), x / count, y / count,
                side(x, squaredX), side(y, squaredY));
    }

    private double side(double sum, double squares) {
        double mean = sum / count;
        return Math.min(1, SIDE * Math.sqrt(Math.max(0, squares / count - mean * mean)));
    }
}
