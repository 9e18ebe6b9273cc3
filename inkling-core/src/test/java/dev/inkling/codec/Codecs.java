package dev.inkling.codec;

import dev.inkling.Generator;
import dev.inkling.Layer;
import dev.inkling.ProviderException;
import dev.inkling.TestVectors;
import dev.inkling.TextCoder;
import dev.inkling.classical.ClassicalGenerator;
import dev.inkling.classical.GradientEdges;
import dev.inkling.classical.LayoutDescriber;
import dev.inkling.classical.Photographs;
import dev.inkling.classical.WordCondenser;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import dev.inkling.metrics.Psnr;
import java.io.IOException;
import java.util.List;

/** The embedded codec and its pictures, for the tests of this package. */
final class Codecs {
    private Codecs() {}

    /** Any picture becomes the same vector of 128 dimensions. */
    static Encoder encoder() {
        return new Encoder(new LayoutDescriber(), new WordCondenser(), new ClassicalGenerator())
                .withEdges(new GradientEdges())
                .withVectors(picture -> TestVectors.gaussian(128, 1), null);
    }

    /** With a generator that takes vectors, too, but makes nothing of them. */
    static Decoder decoder() {
        return new Decoder(new IndifferentGenerator(), Decoder.DEFAULT_MAX_PIXELS);
    }

    private static final class IndifferentGenerator implements Generator {
        private final Generator classical = new ClassicalGenerator();

        @Override
        public Generated generate(List<Layer> layers, ImageSize size) throws ProviderException {
            return classical.generate(layers, size);
        }

        @Override
        public boolean understands(Layer layer) {
            return true;
        }
    }

    static Encoded encode(Raster picture, Profile profile, int bytes) throws ProviderException {
        return encode(picture, profile, bytes, false);
    }

    static Encoded encode(Raster picture, Profile profile, int bytes, boolean archive) throws ProviderException {
        return encoder().encode(picture, new EncodeOptions(profile, new RateTarget.Bytes(bytes), archive));
    }

    static Encoded encode(Raster picture, Profile profile, int bytes, int effort) throws ProviderException {
        return encoder().encode(
                picture,
                new EncodeOptions(profile, new RateTarget.Bytes(bytes), false, TextCoder.CAPTION, effort));
    }

    /** A bundled photograph, its long side reduced to so many pixels. */
    static Raster photograph(String file, int longSide) throws IOException {
        Raster picture = Photographs.read(file);
        ImageSize size = picture.size().scaledTo(longSide);
        return Resampler.resize(picture, size, Kernel.LANCZOS);
    }

    /** What a fresh decoder makes of a file. */
    static Raster decode(Encoded encoded) throws IOException {
        return decoder().decode(encoded.bitstream()).picture();
    }

    /** PSNR of the tiny picture that a fresh decoder finds in a file, enlarged by cubic interpolation. */
    static double psnr(Raster source, Encoded encoded) throws IOException {
        for (Layer layer : decoder().decode(encoded.bitstream()).contents().layers()) {
            if (layer instanceof Layer.Picture picture) {
                return Psnr.of(source, Resampler.resize(picture.tiny(), source.size(), Kernel.CUBIC));
            }
        }
        throw new AssertionError("no picture layer");
    }
}
