package dev.inkling.codec;

import dev.inkling.bitstream.Budget;
import dev.inkling.bitstream.Contents;

/** A finished file in memory, and what it is made of. Immutable. */
public final class Encoded {
    private final byte[] bitstream;
    private final Contents contents;
    private final Budget budget;

    Encoded(byte[] bitstream, Contents contents, Budget budget) {
        this.bitstream = bitstream;
        this.contents = contents;
        this.budget = budget;
    }

    /** The bytes of the file. */
    public byte[] bitstream() {
        return bitstream.clone();
    }

    /** What the file says, as a decoder will read it. */
    public Contents contents() {
        return contents;
    }

    /** What each part costs; sums to 8 times the length of the file. */
    public Budget budget() {
        return budget;
    }
}
