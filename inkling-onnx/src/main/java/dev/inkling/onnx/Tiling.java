package dev.inkling.onnx;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a picture into tiles, so that the memory a network takes has a limit whatever the picture. Neighbouring tiles
 * overlap; of each result only what is {@code margin} or more away from a cut is kept, where the cut hardly shows. The
 * tiles depend on the size of the picture alone.
 *
 * @param side   longest side of a tile, its margins included; a multiple of 8
 * @param margin pixels beside what is kept that are computed and dropped; a multiple of 8, 8 or more, less than half
 *               of the side
 */
record Tiling(int side, int margin) {
    Tiling {
        if (side % 8 != 0 || margin % 8 != 0 || margin < 8 || 2 * margin >= side) {
            throw new IllegalArgumentException("tiles of " + side + " with margins of " + margin);
        }
    }

    /** A tile along one axis: it reaches over {@code from..to}, and {@code keptFrom..keptTo} of it is kept. */
    record Span(int from, int keptFrom, int keptTo, int to) {
        int length() {
            return to - from;
        }

        int kept() {
            return keptTo - keptFrom;
        }
    }

    /** A tile. */
    record Tile(Span columns, Span rows) {
        /** The tile's part of a picture. */
        Planes cut(Planes picture) {
            return picture.cut(columns.from, rows.from, columns.length(), rows.length());
        }

        /**
         * Puts what is kept of a tile's result where it belongs.
         *
         * @param made   result for the whole tile, {@code factor} times larger than the tile
         * @param result planes that are {@code factor} times larger than the picture
         */
        void keep(Planes made, int factor, Planes result) {
            result.paste(
                    made,
                    factor * (columns.keptFrom - columns.from),
                    factor * (rows.keptFrom - rows.from),
                    factor * columns.keptFrom,
                    factor * rows.keptFrom,
                    factor * columns.kept(),
                    factor * rows.kept());
        }

        /**
         * The same into samples of a picture.
         *
         * @param rgb   red, green and blue of each pixel of the picture
         * @param width of the picture
         */
        void keep(Planes made, int factor, byte[] rgb, int width) {
            for (int y = factor * rows.keptFrom; y < factor * rows.keptTo; y++) {
                int at = 3 * (y * width + factor * columns.keptFrom);
                made.copyRow(
                        factor * (columns.keptFrom - columns.from), y - factor * rows.from, factor * columns.kept(),
                        rgb, at);
            }
        }
    }

    /** The tiles of a picture, row by row. */
    List<Tile> tiles(int width, int height) {
        List<Tile> tiles = new ArrayList<>();
        for (Span rows : spans(height)) {
            for (Span columns : spans(width)) {
                tiles.add(new Tile(columns, rows));
            }
        }
        return tiles;
    }

    private List<Span> spans(int length) {
        if (length <= side) {
            return List.of(new Span(0, 0, length, length));
        }
        List<Span> spans = new ArrayList<>();
        int step = side - 2 * margin;
        for (int kept = 0; kept < length; kept += step) {
            int keptTo = Math.min(length, kept + step);
            spans.add(new Span(Math.max(0, kept - margin), kept, keptTo, Math.min(length, keptTo + margin)));
        }
        return spans;
    }
}
