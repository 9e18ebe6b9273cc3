package dev.inkling.text;

import dev.inkling.entropy.RangeEncoder;

/** Lets tests code bytes that are no text. */
public final class RawText {
    private RawText() {}

    /** Codes a text layer of kind raw prose, or raw words, with any bytes but 0xff. */
    public static void encode(byte[] bytes, boolean words, RangeEncoder out) {
        kind((words ? TextKind.RAW_WORDS : TextKind.RAW_PROSE).id(), out);
        new RawTextEncoder(bytes).write(CodedText.UNKNOWN, out);
    }

    /** Codes the kind of a text layer, known or not. */
    public static void kind(int id, RangeEncoder out) {
        int[] kinds = TextKind.starts(0);
        out.encode(kinds[id], kinds[id + 1] - kinds[id], kinds[kinds.length - 1]);
    }
}
