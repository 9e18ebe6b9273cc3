package dev.inkling.onnx.diffusion;

import java.util.function.UnaryOperator;

/**
 * Pulls the slow changes of a latent, which are its colours and lights, to those of another one: the means of the two
 * in each cell of a grid are compared, and a part of the difference, interpolated between the middles of the cells, is
 * added.
 */
final class ColourGuide implements UnaryOperator<float[]> {
    private final LatentShape shape;
    private final int columns;
    private final int rows;
    private final float[] wanted;
    private final double weight;

    /**
     * @param target  the latent whose colours are wanted
     * @param columns of the grid, 1 to the latent's width
     * @param rows    of the grid, 1 to the latent's height
     * @param weight  0 (nothing changes) to 1 (the means of all cells become nearly those wanted)
     */
    ColourGuide(LatentShape shape, float[] target, int columns, int rows, double weight) {
        this.shape = shape;
        this.columns = columns;
        this.rows = rows;
        this.weight = weight;
        this.wanted = means(target);
    }

    @Override
    public float[] apply(float[] latent) {
        float[] change = means(latent);
        for (int i = 0; i < change.length; i++) {
            change[i] = (float) (weight * (wanted[i] - change[i]));
        }
        float[] guided = latent.clone();
        int at = 0;
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int y = 0; y < shape.height(); y++) {
                for (int x = 0; x < shape.width(); x++) {
                    guided[at++] += interpolated(change, channel, x, y);
                }
            }
        }
        return guided;
    }

    /** Means of the cells, channel by channel and row by row. */
    private float[] means(float[] latent) {
        float[] sums = new float[shape.channels() * rows * columns];
        int[] counts = new int[sums.length];
        int at = 0;
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int y = 0; y < shape.height(); y++) {
                for (int x = 0; x < shape.width(); x++) {
                    int cell = cell(channel, x * columns / shape.width(), y * rows / shape.height());
                    sums[cell] += latent[at++];
                    counts[cell]++;
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= counts[i];
        }
        return sums;
    }

    private int cell(int channel, int column, int row) {
        return (channel * rows + row) * columns + column;
    }

    private float interpolated(float[] cells, int channel, int x, int y) {
        double column = clamped((x + 0.5) * columns / shape.width() - 0.5, columns);
        double row = clamped((y + 0.5) * rows / shape.height() - 0.5, rows);
        int left = (int) column;
        int top = (int) row;
        int right = Math.min(columns - 1, left + 1);
        int bottom = Math.min(rows - 1, top + 1);
        double upper = mixed(cells[cell(channel, left, top)], cells[cell(channel, right, top)], column - left);
        double lower = mixed(cells[cell(channel, left, bottom)], cells[cell(channel, right, bottom)], column - left);
        return (float) mixed(upper, lower, row - top);
    }

    private static double clamped(double place, int count) {
        return Math.max(0, Math.min(count - 1, place));
    }

    private static double mixed(double a, double b, double part) {
        return a + part * (b - a);
    }
}
