package dev.inkling.codec;

import dev.inkling.classical.Photographs;
import dev.inkling.image.Raster;
import java.io.IOException;

/** Prints where a larger budget gives a worse tiny picture, and how much of each budget is used; for development. */
final class RateSweep {
    private RateSweep() {}

    /** @param args profile, long side, first budget, last budget, step */
    public static void main(String[] args) throws IOException {
        Profile profile = Profile.valueOf(args[0]);
        int longSide = Integer.parseInt(args[1]);
        int first = Integer.parseInt(args[2]);
        int end = Integer.parseInt(args[3]);
        int step = Integer.parseInt(args[4]);
        for (String file : Photographs.FILES) {
            Raster picture = Codecs.photograph(file, longSide);
            double last = 0;
            double least = 1;
            for (int bytes = first; bytes <= end; bytes += step) {
                Encoded encoded = Codecs.encode(picture, profile, bytes, 1);
                double psnr = Codecs.psnr(picture, encoded);
                double used = (double) encoded.bitstream().length / bytes;
                least = Math.min(least, used);
                if (psnr < last || used < 0.9 || used > 1) {
                    System.out.printf("%s %d: %.4f dB after %.4f, %.1f %% used%n", file, bytes, psnr, last, 100 * used);
                }
                last = Math.max(last, psnr);
            }
            System.out.printf("%s: ends at %.3f dB, least use %.1f %%%n", file, last, 100 * least);
        }
    }
}
