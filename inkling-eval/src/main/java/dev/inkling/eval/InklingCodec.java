package dev.inkling.eval;

import dev.inkling.Layer;
import dev.inkling.codec.Decoded;
import dev.inkling.codec.Decoder;
import dev.inkling.codec.EncodeOptions;
import dev.inkling.codec.Encoded;
import dev.inkling.codec.Encoder;
import dev.inkling.codec.Profile;
import dev.inkling.codec.RateTarget;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Inkling itself.
 *
 * @param encoder   makes the files
 * @param decoder   makes the pictures
 * @param profile   what goes into the files
 * @param generator names the generator of the decoder by its content; empty for the embedded one
 */
public record InklingCodec(Encoder encoder, Decoder decoder, Profile profile, String generator) implements Codec {
    @Override
    public String name() {
        return "inkling " + profile.label();
    }

    @Override
    public String identity() {
        return generator.isEmpty() ? name() : name() + ", " + generator;
    }

    @Override
    public String extension() {
        return "inkl";
    }

    @Override
    public PictureEncoding begin(Raster source) {
        return maxBytes -> {
            long start = System.nanoTime();
            EncodeOptions options = new EncodeOptions(profile, new RateTarget.Bytes(maxBytes), false);
            Encoded encoded = encoder.encode(source, options);
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Coded(encoded.bitstream(), encoded.budget().byName(), "", seconds);
        };
    }

    @Override
    public Reconstruction decode(Path file, ImageSize size) throws IOException {
        Decoded decoded = decoder.decode(Files.readAllBytes(file));
        return new Reconstruction(decoded.picture(), text(decoded.contents().layers()));
    }

    private static String text(List<Layer> layers) {
        for (Layer layer : layers) {
            if (layer instanceof Layer.Prose prose) {
                return prose.text();
            }
            if (layer instanceof Layer.Words words) {
                return String.join(" ", words.words());
            }
        }
        return "";
    }
}
