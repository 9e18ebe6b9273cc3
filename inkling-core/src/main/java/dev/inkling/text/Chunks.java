package dev.inkling.text;

/**
 * Cuts folded text into chunks; no piece reaches over the edge of one. A chunk is a mark, a digit, or a run of letters,
 * of ASCII punctuation or of other bytes, each with the one space before it; a hyphen or an apostrophe goes with the
 * letters after it.
 *
 * <p>Example: {@code a man's 12 top-left hats.} is cut as {@code a| man|'s| 1|2| top|-left| hats|.}
 */
final class Chunks {
    /** Longest chunk, in bytes: bounds the work of merging. */
    static final int MAX_LENGTH = 32;

    private enum Kind {
        LETTER,
        DIGIT,
        PUNCTUATION,
        SPACE,
        MARK,
        OTHER
    }

    private Chunks() {}

    /** End of the chunk that starts at {@code from}. */
    static int end(byte[] folded, int from) {
        int at = from;
        boolean prefixed = isPrefix(folded, at);
        Kind kind = kind(folded[prefixed ? ++at : at] & 0xff);
        at++;
        if (kind == Kind.DIGIT || kind == Kind.MARK || kind == Kind.SPACE) {
            return at;
        }
        int limit = Math.min(folded.length, from + MAX_LENGTH);
        while (at < limit && kind(folded[at] & 0xff) == kind && !(kind == Kind.PUNCTUATION && isPrefix(folded, at))) {
            at++;
        }
        return at;
    }

    private static boolean isPrefix(byte[] folded, int at) {
        if (at + 1 == folded.length) {
            return false;
        }
        Kind next = kind(folded[at + 1] & 0xff);
        return switch (folded[at]) {
            case ' ' -> next != Kind.SPACE && next != Kind.MARK;
            case '-', '\'' -> next == Kind.LETTER;
            default -> false;
        };
    }

    private static Kind kind(int value) {
        if (Marks.isLetter(value)) {
            return Kind.LETTER;
        }
        if (value >= '0' && value <= '9') {
            return Kind.DIGIT;
        }
        if (value <= ' ') {
            return Kind.SPACE;
        }
        if (Marks.isCaseMark(value)) {
            return Kind.MARK;
        }
        return value < 0x80 ? Kind.PUNCTUATION : Kind.OTHER;
    }
}
