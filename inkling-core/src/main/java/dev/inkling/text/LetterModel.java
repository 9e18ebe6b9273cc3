package dev.inkling.text;

import java.util.Arrays;

/**
 * Foretells the letters of a word that is not in a vocabulary from the words that are: absolute discounting over the last
 * one to four letters (Ney, Essen, Kneser 1994), counted in the vocabulary, each word once. Symbols are 0 for the end and 1
 * to 26 for the letters a to z. Immutable; {@link #starts} is a new array each time.
 */
final class LetterModel {
    /** Symbols: the end and 26 letters. */
    static final int SYMBOLS = 27;
    /** Most letters of a word. */
    static final int LONGEST = 60;

    private static final int ORDER = 4;
    private static final int BITS = 5;
    private static final int CONTEXT_BITS = ORDER * BITS;
    private static final int ONE_BITS = 30;
    private static final int TOTAL = 1 << 16;

    /** Where each letter and each end of the vocabulary stands: the four symbols before it, the last one first, and itself. */
    private final int[] places;

    private final long[] unconditional;

    LetterModel(KeywordPrior prior) {
        int count = 0;
        for (int rank = 0; rank < prior.size(); rank++) {
            count += prior.word(rank).length() + 1;
        }
        places = new int[count];
        for (int rank = 0; rank < prior.size(); rank++) {
            String word = prior.word(rank);
            int context = 0;
            for (int i = 0; i <= word.length(); i++) {
                int symbol = i < word.length() ? symbol(word.charAt(i)) : 0;
                places[--count] = context << BITS | symbol;
                context = next(context, symbol);
            }
        }
        Arrays.sort(places);
        long[] even = new long[SYMBOLS];
        Arrays.fill(even, (1L << ONE_BITS) / SYMBOLS);
        unconditional = refined(even, 0, places.length);
    }

    static int symbol(char letter) {
        return letter - 'a' + 1;
    }

    static char letter(int symbol) {
        return (char) ('a' + symbol - 1);
    }

    /** Whether a word is one that can be spelled with this model. */
    static boolean spells(String word) {
        return word.length() <= LONGEST && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    /** The context after a symbol; 0 at the start of a word. */
    static int next(int context, int symbol) {
        return context >> BITS | symbol << CONTEXT_BITS - BITS;
    }

    /**
     * Sums of the frequencies of the symbols before each symbol, and of all.
     *
     * @param context the last four symbols, see {@link #next}
     * @param letters how many letters the word has so far
     */
    int[] starts(int context, int letters) {
        long[] shares = unconditional;
        for (int known = 1; known <= Math.min(ORDER, letters + 1); known++) {
            int grain = 1 << CONTEXT_BITS - known * BITS + BITS;
            int first = (context << BITS) / grain * grain;
            shares = refined(shares, find(first), find(first + grain));
        }
        int[] starts = new int[SYMBOLS + 1];
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            starts[symbol + 1] = starts[symbol] + 1 + (int) (shares[symbol] * (TOTAL - SYMBOLS) >> ONE_BITS);
        }
        return starts;
    }

    /** Shares after looking at some places more closely: three quarters of an occurrence of each symbol are shared out. */
    private long[] refined(long[] shares, int from, int to) {
        int[] counts = new int[SYMBOLS];
        for (int i = from; i < to; i++) {
            counts[places[i] & (1 << BITS) - 1]++;
        }
        int given = 4;
        for (int count : counts) {
            given += count > 0 ? 3 : 0;
        }
        long[] refined = new long[SYMBOLS];
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            long kept = Math.max(0, 4L * counts[symbol] - 3) << ONE_BITS;
            refined[symbol] = (kept + given * shares[symbol]) / (4L * (to - from) + 4);
        }
        return refined;
    }

    /** Index of the first place that is not below a value. */
    private int find(int value) {
        int low = 0;
        int high = places.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (places[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
