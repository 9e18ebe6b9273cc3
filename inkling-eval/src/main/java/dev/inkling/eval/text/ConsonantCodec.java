package dev.inkling.eval.text;

import java.util.Locale;

/**
 * The lossy code of micro-bits-per-pixel semantic coding (Dotzel, Kotb, Dotzel, Abdelfattah, Zhang 2024): 4 bits for each
 * consonant and each gap between words; vowels, case and punctuation are gone. English has more consonants than codes, so
 * that some that sound alike share one; which ones is this class's choice, the publication does not say.
 *
 * <p>Example: {@code "A red kite"} is a gap, r, d, gap, k, t: three bytes.
 */
final class ConsonantCodec implements TextCodec {
    /** The letters of each code from 1 on; code 0 is the gap between words. */
    private static final String[] CLASSES = {
        "b", "kcq", "d", "fv", "gj", "h", "l", "m", "n", "p", "r", "sxz", "t", "w", "y"
    };

    @Override
    public String name() {
        return "consonants";
    }

    @Override
    public byte[] encode(String text) {
        String words = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip();
        StringBuilder codes = new StringBuilder();
        words.chars().map(ConsonantCodec::code).filter(code -> code >= 0)
                .forEach(code -> codes.append((char) code));
        byte[] bytes = new byte[(codes.length() + 1) / 2];
        for (int i = 0; i < codes.length(); i++) {
            bytes[i / 2] |= (byte) (codes.charAt(i) << (i % 2 == 0 ? 4 : 0));
        }
        return bytes;
    }

    /** -1 for a vowel. */
    private static int code(int letter) {
        for (int i = 0; i < CLASSES.length; i++) {
            if (CLASSES[i].indexOf(letter) >= 0) {
                return i + 1;
            }
        }
        return letter == ' ' ? 0 : -1;
    }

    @Override
    public String decode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte pair : bytes) {
            text.append(letter(pair >> 4 & 15)).append(letter(pair & 15));
        }
        return text.toString().strip();
    }

    private static char letter(int code) {
        return code == 0 ? ' ' : CLASSES[code - 1].charAt(0);
    }
}
