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
 * whose enlarged reconstruction has the highest PSNR. Not thread-safe.
 */
final class ThumbnailSearch implements Codec.PictureEncoding {
    /** Long sides in pixels; steps of about a third more. */
    private static final int[] SIDES = {12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512};

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
        for (CodedSettings thumbnail : thumbnails) {
            OptionalInt finest = thumbnail.finest(maxBytes);
            if (finest.isEmpty()) {
                break;
            }
            Coded candidate = thumbnail.at(finest.getAsInt());
            best = best == null || psnr(candidate) > psnr(best) ? candidate : best;
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
