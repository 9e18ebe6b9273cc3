package dev.inkling.text;

import java.io.ByteArrayOutputStream;

/**
 * Takes predictable capitals out of a text, so that {@code The} and {@code the} share their statistics. A word is a run
 * of ASCII letters. One space before a word stays next to it: the mark goes in front of the space.
 *
 * <p>Example, with {@code ^} for {@link Marks#CAPITAL}: {@code A dog. The Eiffel tower} becomes
 * {@code a dog. the^ eiffel tower}. Not thread-safe.
 */
final class CaseFolder {
    private final byte[] text;
    private final SentenceStart start;
    private final ByteArrayOutputStream folded = new ByteArrayOutputStream();

    private CaseFolder(byte[] text, SentenceStart start) {
        this.text = text;
        this.start = start;
    }

    /** Folds well-formed UTF-8. */
    static byte[] fold(byte[] utf8, SentenceStart start) {
        CaseFolder folder = new CaseFolder(utf8, start);
        folder.run();
        return folder.folded.toByteArray();
    }

    private void run() {
        int at = 0;
        while (at < text.length) {
            int word = text[at] == ' ' ? at + 1 : at;
            int end = endOfWord(word);
            if (end > word) {
                foldWord(at, word, end);
                at = end;
            } else {
                start.accept(text[at] & 0xff);
                folded.write(text[at++]);
            }
        }
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < text.length && Marks.isLetter(text[end] & 0xff)) {
            end++;
        }
        return end;
    }

    private void foldWord(int from, int word, int end) {
        for (int i = from; i < word; i++) {
            start.accept(text[i]);
        }
        boolean expected = start.expected();
        int capitals = 0;
        for (int i = word; i < end; i++) {
            capitals += Marks.isUpper(text[i]) ? 1 : 0;
            start.accept(text[i]);
        }
        boolean first = Marks.isUpper(text[word]);
        boolean all = capitals > 1 && capitals == end - word;
        boolean title = first && capitals == 1;
        if (all) {
            folded.write(Marks.ALL_CAPITALS);
        } else if (title && !expected) {
            folded.write(Marks.CAPITAL);
        } else if (!first && expected) {
            folded.write(Marks.LOWER);
        }
        for (int i = from; i < end; i++) {
            boolean lower = (all || title) && Marks.isUpper(text[i]);
            folded.write(lower ? text[i] | 0x20 : text[i]);
        }
    }
}
