package dev.inkling.text;

/** The bytes, none of which occurs in UTF-8, that stand for something else than text. Part of the format. */
final class Marks {
    /** Start of a text; never coded, only seen as context. */
    static final int START = 0xfb;
    /** End of a text. */
    static final int END = 0xfc;
    /** The next word has a capital where none is expected. */
    static final int CAPITAL = 0xfd;
    /** The next word, of two letters or more, is all capitals. */
    static final int ALL_CAPITALS = 0xfe;
    /** The next word has no capital where one is expected. */
    static final int LOWER = 0xff;

    private Marks() {}

    static boolean isCaseMark(int value) {
        return value >= CAPITAL;
    }

    static boolean isLetter(int value) {
        int lower = value | 0x20;
        return value < 0x80 && lower >= 'a' && lower <= 'z';
    }

    static boolean isUpper(int value) {
        return value >= 'A' && value <= 'Z';
    }
}
