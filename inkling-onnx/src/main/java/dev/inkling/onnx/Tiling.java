package dev.inkling.onnx;

import dev.inkling.ProviderException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a network on tiles, so that the memory it takes has a limit whatever the picture. Neighbouring tiles overlap;
 * of each result only what is {@code margin} or more away from a cut is kept, where the cut hardly shows.
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

    /** What the network makes of the whole picture, whose sides are multiples of 8. */
    Planes run(Planes picture, UpscalerNetwork network) throws ProviderException {
        int factor = network.factor();
        Planes result = new Planes(factor * picture.width(), factor * picture.height());
        for (Span rows : spans(picture.height())) {
            for (Span columns : spans(picture.width())) {
                Planes tile = picture.cut(
                        columns.from, rows.from, columns.to - columns.from, rows.to - rows.from);
                result.paste(
                        network.run(tile),
                        factor * (columns.keptFrom - columns.from),
                        factor * (rows.keptFrom - rows.from),
                        factor * columns.keptFrom,
                        factor * rows.keptFrom,
                        factor * (columns.keptTo - columns.keptFrom),
                        factor * (rows.keptTo - rows.keptFrom));
            }
        }
        return result;
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

    /** A tile along one axis: it reaches over {@code from..to}, and {@code keptFrom..keptTo} of it is kept. */
    private record Span(int from, int keptFrom, int keptTo, int to) {}
}
