package dev.inkling.codec;

/** How many words a file with text and picture spends on text: few bytes, since the describer's sentences cost about two bits a word. */
final class TextShare {
    private static final int[] BEGIN = {0, 90, 140, 240};
    private static final int[] WORDS = {10, 18, 28, 40};

    private TextShare() {}

    /** The share for a budget in bytes. */
    static int of(int limit) {
        int share = 0;
        while (hasNext(share) && BEGIN[share + 1] <= limit) {
            share++;
        }
        return share;
    }

    static boolean hasNext(int share) {
        return share + 1 < BEGIN.length;
    }

    /** Smallest budget of a share, in bytes. */
    static int begin(int share) {
        return BEGIN[share];
    }

    /** Most words of a share. */
    static int words(int share) {
        return WORDS[share];
    }
}
