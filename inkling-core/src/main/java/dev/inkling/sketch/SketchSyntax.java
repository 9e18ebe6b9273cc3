package dev.inkling.sketch;

import dev.inkling.MalformedBitstreamException;
import dev.inkling.Sketch;
import dev.inkling.entropy.BitCoder;
import dev.inkling.entropy.MixingModel;
import dev.inkling.image.ImageSize;
import org.jspecify.annotations.Nullable;

/** How a sketch is coded: pixel by pixel in rows, each with what is known of those before it. */
final class SketchSyntax {
    private SketchSyntax() {}

    /**
     * Codes the pixels.
     *
     * @param sketch what to write; null when it is read
     * @return the sketch
     */
    static Sketch code(
            BitCoder coder, MixingModel line, ImageSize size, int sizeIndex, @Nullable Sketch sketch)
            throws MalformedBitstreamException {
        Canvas canvas = new Canvas(size);
        LineNetwork network = LineNetwork.trained();
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int density = LineNetwork.density(canvas.count(), y * size.width() + x);
                int level = network.level(canvas, x, y, density, sizeIndex);
                int nearest = setContexts(line, canvas, x, y, level, sizeIndex);
                int bit = sketch != null && sketch.isLine(x, y) ? 1 : 0;
                if (coder.code(bit, line, nearest, level / 4) == 1) {
                    canvas.set(x, y);
                }
            }
        }
        return canvas.sketch();
    }

    private static int setContexts(MixingModel line, Canvas canvas, int x, int y, int level, int sizeIndex) {
        int above = (int) canvas.window(x - 2, y - 1, 5);
        int before = (int) canvas.window(x - 3, y, 3);
        int higher = (int) canvas.window(x - 1, y - 2, 4);
        int nearest = (above >> 1 & 7) << 1 | before >> 2;
        line.context(0, level);
        line.context(1, level / 2 * SketchModels.NEAREST + nearest);
        line.context(2, (higher << 5 | above) << 3 | before);
        line.context(3, level / 2 * SketchSize.COUNT + sizeIndex);
        return nearest;
    }
}
