package dev.inkling.codec;

import dev.inkling.TextCoder;

/**
 * How to encode.
 *
 * @param profile which layers to make
 * @param rate    how large the file may be
 * @param archive whether to use the long form with a 4-byte magic and a CRC-32C
 * @param coder   how words are coded; {@link TextCoder#ZLIB} is not for the profile {@link Profile#KEYWORDS}
 */
public record EncodeOptions(Profile profile, RateTarget rate, boolean archive, TextCoder coder) {
    /** With the words in the fewest bytes. */
    public EncodeOptions(Profile profile, RateTarget rate, boolean archive) {
        this(profile, rate, archive, TextCoder.CAPTION);
    }

    /** The default profile at this rate, in the short form. */
    public static EncodeOptions of(RateTarget rate) {
        return new EncodeOptions(Profile.HYBRID, rate, false);
    }
}
