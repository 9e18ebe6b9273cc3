package dev.inkling.picture;

import dev.inkling.entropy.RangeDecoder;
import dev.inkling.entropy.RangeEncoder;
import dev.inkling.image.PictureReader;
import dev.inkling.image.Raster;
import dev.inkling.metrics.Psnr;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Prints rate and PSNR of the picture layer, as read back by a decoder, for a folder of tiny PNG pictures at every
 * second step. Usage: {@code PictureCurve FOLDER [LAMBDA]}; a line is {@code picture step bytes psnr}.
 */
final class PictureCurve {
    private PictureCurve() {}

    public static void main(String[] args) throws IOException {
        double lambda = args.length > 1 ? Double.parseDouble(args[1]) : PictureEncoder.LAMBDA;
        long started = System.nanoTime();
        int count = 0;
        for (Path file : TrainingPictures.list(Path.of(args[0]))) {
            Raster tiny = PictureReader.read(file);
            for (int step = 63; step >= 2; step -= 2) {
                RangeEncoder out = new RangeEncoder();
                PictureEncoder.encode(tiny, step, out, PictureModels.trained(), lambda);
                byte[] bytes = out.finish();
                RangeDecoder in = new RangeDecoder(bytes, 0, bytes.length);
                Raster decoded = PictureDecoder.decode(in, tiny.size()).tiny();
                in.finish();
                System.out.printf(
                        "%s %d %d %.4f%n", file.getFileName(), step, bytes.length, Psnr.of(tiny, decoded));
                count++;
                if (bytes.length > 1200) {
                    break;
                }
            }
        }
        System.err.printf("%.1f ms each%n", (System.nanoTime() - started) / 1e6 / count);
    }
}
