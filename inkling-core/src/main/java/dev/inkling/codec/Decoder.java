package dev.inkling.codec;

import dev.inkling.Generator;
import java.io.IOException;

/** Turns files into pictures. Immutable and thread-safe. */
public final class Decoder {
    /** Largest picture that is made unless asked otherwise, in pixels. */
    public static final long DEFAULT_MAX_PIXELS = 100_000_000;

    private final Generator generator;
    private final long maxPixels;

    /**
     * @param generator makes the picture
     * @param maxPixels larger pictures are refused before memory is taken
     */
    public Decoder(Generator generator, long maxPixels) {
        this.generator = generator;
        this.maxPixels = maxPixels;
    }

    /**
     * Decodes a file, short or archive form.
     *
     * @throws dev.inkling.MalformedBitstreamException   when it is not a valid file
     * @throws dev.inkling.UnsupportedBitstreamException when it is too new, too old, too large or needs something missing
     * @throws dev.inkling.ProviderException             when the generator fails
     */
    public Decoded decode(byte[] bitstream) throws IOException {
        throw new UnsupportedOperationException("not yet: " + generator + maxPixels);
    }
}
