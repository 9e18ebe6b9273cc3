package dev.inkling.text;

/**
 * Tells where English spelling expects a capital letter, from the ASCII bytes that stand before. Folding and restoring
 * run the same automaton over the same text, so they agree. Not thread-safe.
 *
 * <p>Example: in {@code He said "no." Then ...} a capital is expected at {@code H} and {@code T}, and nowhere else.
 */
final class SentenceStart {
    private final boolean prose;
    private boolean ended;
    private boolean expected;

    private SentenceStart(boolean prose) {
        this.prose = prose;
        this.expected = prose;
    }

    /** For sentences: a capital is expected at the start, on a new line and after a full stop. */
    static SentenceStart ofProse() {
        return new SentenceStart(true);
    }

    /** For word lists: a capital is never expected. */
    static SentenceStart ofWords() {
        return new SentenceStart(false);
    }

    /** Whether a word that starts here should have a capital. */
    boolean expected() {
        return expected;
    }

    /** Moves on over one byte of the text, in its original spelling. */
    void accept(int value) {
        if (!prose) {
            return;
        }
        if (isTerminal(value)) {
            ended = true;
            expected = false;
        } else if (value == '\n' || ended && value == ' ') {
            ended = false;
            expected = true;
        } else {
            ended &= isCloser(value);
            expected &= isOpener(value);
        }
    }

    /** Whether a byte ends a sentence. */
    static boolean isTerminal(int value) {
        return value == '.' || value == '!' || value == '?';
    }

    private static boolean isCloser(int value) {
        return value == '"' || value == '\'' || value == ')' || value == ']';
    }

    private static boolean isOpener(int value) {
        return value == ' ' || value == '"' || value == '\'' || value == '(' || value == '[';
    }
}
