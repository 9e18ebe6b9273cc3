package dev.inkling.onnx.diffusion;

import dev.inkling.onnx.clip.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of a prompt, in parts as long as the text encoder takes them: start, up to 75 tokens, end, padding.
 *
 * @param parts at least one, of {@link #LENGTH} tokens each
 * @param isCut whether there were more
 */
record PromptTokens(List<long[]> parts, boolean isCut) {
    static final int LENGTH = 77;

    /** Tokens of text in a part. */
    private static final int ROOM = LENGTH - 2;

    /** What models were trained on is much shorter still. */
    private static final int MOST_PARTS = 4;

    static PromptTokens of(Tokenizer tokenizer, String text) {
        // One token more than there is room for, which shows whether the text goes on.
        long[] all = tokenizer.encode(text, MOST_PARTS * ROOM + 3);
        int count = all.length - 2;
        List<long[]> parts = new ArrayList<>();
        for (int from = 0; parts.isEmpty() || parts.size() < MOST_PARTS && from < count; from += ROOM) {
            long[] part = tokenizer.padded("", LENGTH);
            int length = Math.min(ROOM, count - from);
            System.arraycopy(all, 1 + from, part, 1, length);
            part[1 + length] = all[all.length - 1];
            parts.add(part);
        }
        return new PromptTokens(parts, count > MOST_PARTS * ROOM);
    }

    /** What the user should know. */
    List<String> notes(String model) {
        return isCut
                ? List.of(model + " takes " + MOST_PARTS * ROOM
                        + " tokens of text; what comes after them in this file's text did not count.")
                : List.of();
    }
}
