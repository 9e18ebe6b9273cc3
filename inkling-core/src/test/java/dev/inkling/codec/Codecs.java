package dev.inkling.codec;

import dev.inkling.ProviderException;
import dev.inkling.classical.ClassicalGenerator;
import dev.inkling.classical.LayoutDescriber;
import dev.inkling.classical.Photographs;
import dev.inkling.classical.WordCondenser;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import dev.inkling.metrics.Psnr;
import java.io.IOException;

/** The embedded codec and its pictures, for the tests of this package. */
final class Codecs {
    private Codecs() {}

    static Encoder encoder() {
        return new Encoder(new LayoutDescriber(), new WordCondenser(), new ClassicalGenerator());
    }

    static Decoder decoder() {
        return new Decoder(new ClassicalGenerator(), Decoder.DEFAULT_MAX_PIXELS);
    }

    static Encoded encode(Raster picture, Profile profile, int bytes) throws ProviderException {
        return encode(picture, profile, bytes, false);
    }

    static Encoded encode(Raster picture, Profile profile, int bytes, boolean archive) throws ProviderException {
        return encoder().encode(picture, new EncodeOptions(profile, new RateTarget.Bytes(bytes), archive));
    }

    /** A bundled photograph, its long side reduced to so many pixels. */
    static Raster photograph(String file, int longSide) throws IOException {
        Raster picture = Photographs.read(file);
        ImageSize size = picture.size().scaledTo(longSide);
        return Resampler.resize(picture, size, Kernel.LANCZOS);
    }

    /** PSNR of what a fresh decoder makes of a file. */
    static double psnr(Raster source, Encoded encoded) throws IOException {
        return Psnr.of(source, decoder().decode(encoded.bitstream()).picture());
    }
}
