package dev.inkling.onnx.describe;

import dev.inkling.image.ImageSize;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what a detector of the YOLOX family answers (Ge et al. 2021, arXiv 2107.08430): for each cell of three grids, with
 * cells of 8, 16 and 32 pixels, a row of centre, size, how sure it is that anything is there, and for each kind how sure
 * it is that it is one.
 */
final class AnchorGrid {
    private static final int[] STRIDES = {8, 16, 32};
    /** Numbers of a row before those of the kinds. */
    static final int BEFORE_KINDS = 5;
    /** Offsets from cells are a few cells at most, while centres in pixels reach across the frame. */
    private static final double LARGEST_OFFSET_PART = 0.25;

    private final ImageSize frame;
    private final int kinds;
    private final int rowLength;

    /** @param kinds how many kinds of thing the network knows */
    AnchorGrid(ImageSize frame, int kinds) {
        this.frame = frame;
        this.kinds = kinds;
        this.rowLength = BEFORE_KINDS + kinds;
    }

    /** How many rows a network answers to a frame. */
    static int rows(ImageSize frame) {
        int rows = 0;
        for (int stride : STRIDES) {
            rows += (frame.width() / stride) * (frame.height() / stride);
        }
        return rows;
    }

    /**
     * Boxes of things that are at least so sure.
     *
     * @param answer all rows, with centres and sizes in pixels of the frame, or as the network's head makes them: centres
     *               as offsets from the cell's corner in cells, sizes as logarithms of cells
     * @param scaled size of the picture in the frame
     */
    List<Box> boxes(float[] answer, ImageSize scaled, double leastScore) {
        float[] rows = isRaw(answer) ? inPixels(answer) : answer;
        List<Box> boxes = new ArrayList<>();
        for (int at = 0; at < rows.length; at += rowLength) {
            int kind = surest(rows, at + BEFORE_KINDS);
            double score = (double) rows[at + 4] * rows[at + BEFORE_KINDS + kind];
            if (score >= leastScore && score <= 1) {
                boxes.add(box(kind, score, rows, at, scaled));
            }
        }
        return boxes;
    }

    private boolean isRaw(float[] answer) {
        double largest = 0;
        for (int at = 0; at < answer.length; at += rowLength) {
            largest = Math.max(largest, answer[at]);
        }
        return largest < LARGEST_OFFSET_PART * frame.width();
    }

    private float[] inPixels(float[] raw) {
        float[] rows = raw.clone();
        int at = 0;
        for (int stride : STRIDES) {
            int columns = frame.width() / stride;
            int cells = columns * (frame.height() / stride);
            for (int cell = 0; cell < cells; cell++, at += rowLength) {
                rows[at] = (raw[at] + cell % columns) * stride;
                rows[at + 1] = (raw[at + 1] + cell / columns) * stride;
                rows[at + 2] = (float) Math.exp(raw[at + 2]) * stride;
                rows[at + 3] = (float) Math.exp(raw[at + 3]) * stride;
            }
        }
        return rows;
    }

    private int surest(float[] rows, int from) {
        int best = 0;
        for (int kind = 1; kind < kinds; kind++) {
            best = rows[from + kind] > rows[from + best] ? kind : best;
        }
        return best;
    }

    private static Box box(int kind, double score, float[] rows, int at, ImageSize scaled) {
        double halfWidth = rows[at + 2] / 2;
        double halfHeight = rows[at + 3] / 2;
        return new Box(
                kind, score,
                (rows[at] - halfWidth) / scaled.width(), (rows[at + 1] - halfHeight) / scaled.height(),
                (rows[at] + halfWidth) / scaled.width(), (rows[at + 1] + halfHeight) / scaled.height());
    }
}
