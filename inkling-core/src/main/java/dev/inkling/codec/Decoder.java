package dev.inkling.codec;

import dev.inkling.Generator;
import dev.inkling.UnsupportedBitstreamException;
import dev.inkling.bitstream.BitstreamReader;
import dev.inkling.bitstream.Contents;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.io.IOException;

/** Turns files into pictures. Immutable and thread-safe. */
public final class Decoder {
    /** Largest picture that is made unless asked otherwise, in pixels. */
    public static final long DEFAULT_MAX_PIXELS = 100_000_000;

    private final Generator generator;
    private final long maxPixels;

    /**
     * @param generator makes the picture
     * @param maxPixels larger pictures are refused before memory is taken; at most {@link Raster#MAX_PIXELS} count
     */
    public Decoder(Generator generator, long maxPixels) {
        this.generator = generator;
        this.maxPixels = Math.min(maxPixels, Raster.MAX_PIXELS);
    }

    /**
     * Decodes a file, short or archive form.
     *
     * @throws dev.inkling.MalformedBitstreamException when it is not a valid file
     * @throws UnsupportedBitstreamException           when it is too new, too old, too large or needs something missing
     * @throws dev.inkling.ProviderException           when the generator fails
     */
    public Decoded decode(byte[] bitstream) throws IOException {
        Contents contents = BitstreamReader.read(bitstream).contents();
        ImageSize size = contents.size();
        if (size == null) {
            throw new UnsupportedBitstreamException(
                    "picture size", "none, but a vector alone", "its numbers can be read: inkling vector decode");
        }
        if (size.pixels() > maxPixels) {
            throw new UnsupportedBitstreamException(
                    "picture size", size + " = " + size.pixels() + " pixels",
                    "at most " + maxPixels + " pixels are made unless you allow more");
        }
        Generator.Generated generated = generator.generate(contents.layers(), size);
        return new Decoded(generated.picture(), contents, generated.notes());
    }
}
