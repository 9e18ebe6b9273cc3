package dev.inkling.codec;

import dev.inkling.TextCoder;

/**
 * How to encode.
 *
 * @param profile which layers to make
 * @param rate    how large the file may be
 * @param archive whether to use the long form with a 4-byte magic and a CRC-32C
 * @param coder   how words are coded; {@link TextCoder#ZLIB} is not for the profile {@link Profile#KEYWORDS}
 * @param effort  1 (fast) to 9 (slow): how many sizes of the tiny picture are looked at through the generator; at 1 the
 *                generator is not asked
 */
public record EncodeOptions(Profile profile, RateTarget rate, boolean archive, TextCoder coder, int effort) {
    /** The effort unless asked otherwise. */
    public static final int DEFAULT_EFFORT = 5;

    /** The largest effort. */
    public static final int MAX_EFFORT = 9;

    /** @throws IllegalArgumentException when the effort is not 1 to 9, or the rate goes by a vector that is not there */
    public EncodeOptions {
        if (effort < 1 || effort > MAX_EFFORT) {
            throw new IllegalArgumentException("effort " + effort + " is outside 1 to " + MAX_EFFORT);
        }
        if (rate instanceof RateTarget.BitsPerDimension && !profile.hasVector()) {
            throw new IllegalArgumentException("files of the profile " + profile.label() + " hold no vector");
        }
    }

    /** With the words in the fewest bytes and the usual effort. */
    public EncodeOptions(Profile profile, RateTarget rate, boolean archive) {
        this(profile, rate, archive, TextCoder.CAPTION, DEFAULT_EFFORT);
    }

    /** Whether encoding so makes pictures with the generator. */
    public boolean asksGenerator() {
        return effort > 1 && (profile == Profile.PICTURE || profile == Profile.HYBRID);
    }

    /** The default profile at this rate, in the short form. */
    public static EncodeOptions of(RateTarget rate) {
        return new EncodeOptions(Profile.HYBRID, rate, false);
    }
}
