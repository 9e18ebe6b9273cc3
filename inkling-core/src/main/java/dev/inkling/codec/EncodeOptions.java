package dev.inkling.codec;

/**
 * How to encode.
 *
 * @param profile which layers to make
 * @param rate    how large the file may be
 * @param archive whether to use the long form with a 4-byte magic and a CRC-32C
 */
public record EncodeOptions(Profile profile, RateTarget rate, boolean archive) {
    /** The default profile at this rate, in the short form. */
    public static EncodeOptions of(RateTarget rate) {
        return new EncodeOptions(Profile.HYBRID, rate, false);
    }
}
