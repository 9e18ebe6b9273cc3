package dev.inkling.text;

import dev.inkling.entropy.RangeEncoder;

/** Lets tests code bytes that are no text. */
public final class RawText {
    private RawText() {}

    /** Codes a text layer of kind raw prose, or raw words, with any bytes but 0xff. */
    public static void encode(byte[] bytes, boolean words, RangeEncoder out) {
        TextKind kind = words ? TextKind.RAW_WORDS : TextKind.RAW_PROSE;
        out.encode(TextKind.start(kind.id()), TextKind.frequency(kind.id()), TextKind.total());
        RawTextEncoder.encode(bytes, out);
    }
}
