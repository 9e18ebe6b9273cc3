package dev.inkling.codec;

import dev.inkling.EdgeDetector;
import dev.inkling.ProviderException;
import dev.inkling.bitstream.BitstreamWriter;
import dev.inkling.bitstream.BitstreamWriter.Written;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;

/**
 * Finds the sketch that tells most within a budget: the largest one that has room for most of its lines, with the most
 * important lines that fit.
 */
final class SketchSearch {
    /** Part of the lines of an edge map that a sketch is to have before a larger one is better. */
    private static final double ENOUGH = 0.6;

    /** Usual bits for a pixel of a line. */
    private static final double BITS_PER_PIXEL = 2;

    private final ImageSize source;
    private final Raster picture;
    private final EdgeDetector edges;
    private final BitstreamWriter prefix;

    /** @param prefix the file so far; the sketch layer is added to copies of it */
    SketchSearch(View view, EdgeDetector edges, BitstreamWriter prefix) {
        this.source = view.source();
        this.picture = view.picture();
        this.edges = edges;
        this.prefix = prefix;
    }

    /**
     * The best file of at most {@code limit} bytes.
     *
     * @throws BudgetTooSmallException when not even the most important line fits
     * @throws ProviderException       when the detector of edges fails
     */
    Written best(int limit) throws ProviderException {
        for (int size = preferred(limit); ; size--) {
            LineDrawing drawing = drawing(size).tidied(size);
            Written shortest = written(drawing, size, Math.min(1, drawing.lineCount()));
            if (length(shortest) <= limit) {
                return mostLines(drawing, size, limit, shortest);
            }
            if (size == 0) {
                throw new BudgetTooSmallException(limit, length(shortest), Profile.SKETCH.label());
            }
        }
    }

    /** The largest size that is likely to have room for enough lines. */
    private int preferred(int limit) throws ProviderException {
        int size = 0;
        while (size + 1 < BitstreamWriter.SKETCH_SIZES && bytesOf(drawing(size + 1)) <= limit) {
            size++;
        }
        return size;
    }

    private LineDrawing drawing(int size) throws ProviderException {
        return new LineDrawing(edges.detect(picture, BitstreamWriter.sketchSize(source, size)));
    }

    /** About the length of a file with enough lines. */
    private double bytesOf(LineDrawing drawing) {
        int pixels = drawing.sketch((int) (ENOUGH * drawing.lineCount())).lineCount();
        return prefixBytes() + pixels * BITS_PER_PIXEL / 8;
    }

    private int prefixBytes() {
        return prefix.finish().bytes().remaining();
    }

    private Written mostLines(LineDrawing drawing, int size, int limit, Written shortest) {
        Written best = shortest;
        int fits = Math.min(1, drawing.lineCount());
        int tooMany = drawing.lineCount() + 1;
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) / 2;
            Written file = written(drawing, size, middle);
            if (length(file) <= limit) {
                fits = middle;
                best = file;
            } else {
                tooMany = middle;
            }
        }
        return best;
    }

    private Written written(LineDrawing drawing, int size, int lines) {
        BitstreamWriter writer = prefix.fork();
        writer.sketch(drawing.sketch(lines), size);
        return writer.finish();
    }

    private static int length(Written file) {
        return file.bytes().remaining();
    }
}
