package dev.inkling.text;

import java.io.ByteArrayOutputStream;

/** Puts the capitals back that {@link CaseFolder} took out. Accepts any bytes. Not thread-safe. */
final class CaseRestorer {
    private static final int NONE = 0;

    private final SentenceStart start;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private int mark = NONE;
    private boolean inWord;

    private CaseRestorer(SentenceStart start) {
        this.start = start;
    }

    /** Restores a folded text; a mark without a word after it is dropped. */
    static byte[] restore(byte[] folded, SentenceStart start) {
        CaseRestorer restorer = new CaseRestorer(start);
        for (byte value : folded) {
            restorer.accept(value & 0xff);
        }
        return restorer.text.toByteArray();
    }

    private void accept(int value) {
        if (Marks.isCaseMark(value)) {
            mark = value;
            inWord = false;
            return;
        }
        boolean letter = Marks.isLetter(value);
        int restored = letter && raised() ? value & ~0x20 : value;
        if (!letter && inWord) {
            mark = NONE;
        }
        inWord = letter;
        start.accept(restored);
        text.write(restored);
    }

    /** Whether the letter at hand is a capital. */
    private boolean raised() {
        if (mark == Marks.ALL_CAPITALS) {
            return true;
        }
        return !inWord && mark != Marks.LOWER && (mark == Marks.CAPITAL || start.expected());
    }
}
