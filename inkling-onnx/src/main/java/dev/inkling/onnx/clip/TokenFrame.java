package dev.inkling.onnx.clip;

import java.util.List;
import java.util.stream.Stream;

/**
 * What stands around the tokens of a text.
 *
 * @param before  tokens of the start
 * @param after   tokens of the end
 * @param padding fills up what is left
 */
record TokenFrame(List<Long> before, List<Long> after, long padding) {
    TokenFrame {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** All together, at most so many: the end of the text goes first. */
    long[] around(List<Long> tokens, int most) {
        int room = Math.max(0, most - before.size() - after.size());
        return Stream.of(before, tokens.subList(0, Math.min(room, tokens.size())), after)
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .limit(most)
                .toArray();
    }
}
