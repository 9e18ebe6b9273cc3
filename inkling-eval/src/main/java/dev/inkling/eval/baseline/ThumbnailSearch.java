package dev.inkling.eval.baseline;

import dev.inkling.eval.Codec;
import dev.inkling.eval.Coded;
import dev.inkling.eval.OverBudgetException;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import dev.inkling.metrics.Psnr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Chooses size and setting of a thumbnail: at each size the finest setting within the budget, and of these the one
 * whose enlarged reconstruction has the highest PSNR. The search goes from small to large and ends when two sizes in a
 * row are worse than the best. Not thread-safe.
 */
final class ThumbnailSearch implements Codec.PictureEncoding {
    /** Long sides in pixels; steps of about a third more. */
    private static final int[] SIDES = {12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512};

    private static final int PATIENCE = 2;
    private static final int SLACK = 3;

    private final PictureCoder coder;
    private final Upscaler upscaler;
    private final Raster source;
    private final List<CodedSettings> thumbnails = new ArrayList<>();
    private final Map<Coded, Double> psnr = new HashMap<>();

    ThumbnailSearch(PictureCoder coder, Upscaler upscaler, Raster source) {
        this.coder = coder;
        this.upscaler = upscaler;
        this.source = source;
        for (int side : SIDES) {
            if (side < source.size().longSide()) {
                ImageSize size = source.size().scaledTo(side);
                thumbnails.add(new CodedSettings(coder, Resampler.resize(source, size, Kernel.LANCZOS)));
            }
        }
        if (thumbnails.isEmpty()) {
            thumbnails.add(new CodedSettings(coder, source));
        }
    }

    @Override
    public Coded within(int maxBytes) throws IOException {
        Coded best = null;
        int worse = 0;
        int settings = coder.settings();
        for (int i = 0; i < thumbnails.size() && worse < PATIENCE; i++) {
            OptionalInt finest = thumbnails.get(i).finest(maxBytes, settings);
            if (finest.isEmpty()) {
                break;
            }
            // A larger thumbnail has no room for a finer setting, and fine settings of large ones take long to try.
            settings = Math.min(coder.settings(), finest.getAsInt() + SLACK);
            Coded candidate = thumbnails.get(i).at(finest.getAsInt());
            boolean better = best == null || psnr(candidate) > psnr(best);
            best = better ? candidate : best;
            worse = better ? 0 : worse + 1;
        }
        if (best == null) {
            throw new OverBudgetException(maxBytes, thumbnails.get(0).smallest());
        }
        return best;
    }

    private double psnr(Coded coded) throws IOException {
        Double known = psnr.get(coded);
        if (known == null) {
            known = Psnr.of(source, upscaler.upscale(decoded(coded), source.size()));
            psnr.put(coded, known);
        }
        return known;
    }

    private Raster decoded(Coded coded) throws IOException {
        try (Scratch scratch = new Scratch()) {
            Path file = scratch.file("thumbnail." + coder.extension());
            Files.write(file, coded.file());
            return coder.decode(file);
        }
    }
}
