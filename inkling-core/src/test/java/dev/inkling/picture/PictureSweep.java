package dev.inkling.picture;

import dev.inkling.entropy.RangeEncoder;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.metrics.Psnr;
import java.io.IOException;
import java.nio.file.Path;

/** One-off: rate and error for sizes and steps. */
final class PictureSweep {
    private PictureSweep() {}

    public static void main(String[] args) throws IOException {
        int k = 0;
        for (Path file : PictureModelTrainer.list(Path.of(args[0]))) {
            if (k++ % 6 != 0) {
                continue;
            }
            Raster full = PictureModelTrainer.read(file);
            Raster view = full.size().longSide() > 768
                    ? Resampler.resize(full, full.size().scaledTo(768), Resampler.Kernel.LANCZOS)
                    : full;
            for (int s = 2; s < TinySize.COUNT; s += s < 10 ? 1 : s < 14 ? 2 : 3) {
                ImageSize size = TinySize.of(view.size(), s);
                Raster tiny = Resampler.resize(view, size, Resampler.Kernel.LANCZOS);
                double none = mse(view, tiny);
                for (int q = 63; q > 8; q -= 3) {
                    RangeEncoder out = new RangeEncoder();
                    Raster decoded = PictureEncoder.encode(tiny, q, 0, out);
                    int bytes = out.finish().length;
                    System.out.printf("%s %d %d %d %.3f %.3f%n", file.getFileName(), s, q, bytes, mse(view, decoded), none);
                    if (bytes > 1200) {
                        break;
                    }
                }
            }
        }
    }

    private static double mse(Raster view, Raster tiny) {
        Raster up = Resampler.resize(tiny, view.size(), Resampler.Kernel.CUBIC);
        return Psnr.squaredError(view, up) / 3.0 / view.size().pixels();
    }
}
