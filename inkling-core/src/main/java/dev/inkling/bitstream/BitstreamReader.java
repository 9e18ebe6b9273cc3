package dev.inkling.bitstream;

import java.io.IOException;

/** Reads a file of either form. */
public final class BitstreamReader {
    private BitstreamReader() {}

    /**
     * What was read.
     *
     * @param contents what the file says
     * @param budget   what each part costs; sums to 8 times its length
     * @param archive  whether it is in the long form
     */
    public record Read(Contents contents, Budget budget, boolean archive) {}

    /**
     * Reads a whole file.
     *
     * @throws dev.inkling.MalformedBitstreamException   when it is not a valid file
     * @throws dev.inkling.UnsupportedBitstreamException when it is too new, too old or needs a layer that is not known here
     */
    public static Read read(byte[] file) throws IOException {
        throw new UnsupportedOperationException("not yet: " + file.length);
    }
}
