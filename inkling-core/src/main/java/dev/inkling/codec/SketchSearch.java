package dev.inkling.codec;

import dev.inkling.EdgeDetector;
import dev.inkling.ProviderException;
import dev.inkling.bitstream.BitstreamWriter;
import dev.inkling.bitstream.BitstreamWriter.Written;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sketch that tells most within a budget: the largest one that has room for most of its lines, with the most
 * important lines that fit.
 */
final class SketchSearch {
    /** Part of the lines of an edge map that a sketch is to have before a larger one is better. */
    private static final double ENOUGH = 0.6;

    /** Usual bits for a pixel of a line. */
    private static final double BITS_PER_PIXEL = 1.7;

    /** How many more lines are tidied than are likely to fit. */
    private static final double SPARE = 1.2;

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
        int size = preferred(limit);
        Fitted fitted = fitted(size, limit);
        while (fitted.file == null) {
            if (size == 0) {
                throw new BudgetTooSmallException(limit, fitted.shortest, Profile.SKETCH.label());
            }
            fitted = fitted(--size, limit);
        }
        while (fitted.all && size + 1 < BitstreamWriter.SKETCH_SIZES) {
            Fitted larger = fitted(++size, limit);
            if (larger.file == null) {
                break;
            }
            fitted = larger;
        }
        return fitted.file;
    }

    /**
     * What a size has room for.
     *
     * @param file     with as many lines as fit; null when not even one does
     * @param all      whether it has all lines
     * @param shortest length of the file with one line, or none where there is none
     */
    private record Fitted(@Nullable Written file, boolean all, int shortest) {}

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
        return length(prefix.finish()) + pixels * BITS_PER_PIXEL / 8;
    }

    /** Guesses how many lines fit from what a pixel of a line took so far, then closes in. */
    private Fitted fitted(int size, int limit) throws ProviderException {
        LineDrawing whole = drawing(size);
        int room = 8 * (limit - length(prefix.finish()));
        // Lines are tidied beside those that they will be coded with.
        LineDrawing drawing = whole.first(whole.linesWith((int) (SPARE * room / BITS_PER_PIXEL)) + 1).tidied(size);
        int fits = Math.min(1, drawing.lineCount());
        Written best = written(drawing, size, fits);
        int shortest = length(best);
        if (shortest > limit) {
            return new Fitted(null, false, shortest);
        }
        int tooMany = drawing.lineCount() + 1;
        double bitsPerPixel = BITS_PER_PIXEL;
        while (tooMany - fits > 1) {
            int guess = drawing.linesWith((int) (room / bitsPerPixel));
            int tried = Math.max(fits + 1, Math.min(tooMany - 1, guess));
            Written file = written(drawing, size, tried);
            if (length(file) <= limit) {
                fits = tried;
                best = file;
            } else {
                tooMany = tried;
            }
            bitsPerPixel = 8.0 * (length(file) - length(prefix.finish())) / drawing.sketch(tried).lineCount();
        }
        return new Fitted(best, fits == whole.lineCount(), shortest);
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
