package dev.inkling.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The lossy code of micro-bits-per-pixel coding (Dotzel et al. 2024, arXiv 2402.13536): words without vowels, capitals,
 * plurals and rare letters, made of 15 consonants and a space, so four bits a character.
 *
 * <p>Example: {@code two Brown dogs} becomes {@code t brn dg}.
 */
final class Consonants {
    /** The letters; the number that follows them stands for the space. */
    static final String LETTERS = "ntsrhldcmfgpbkv";

    static final int SPACE = LETTERS.length();

    private Consonants() {}

    /** What is left of a word, perhaps nothing. */
    static String of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean plural = lower.length() > 3 && lower.endsWith("s") && !lower.endsWith("ss");
        StringBuilder left = new StringBuilder();
        for (int i = 0; i < lower.length() - (plural ? 1 : 0); i++) {
            if (LETTERS.indexOf(lower.charAt(i)) >= 0) {
                left.append(lower.charAt(i));
            }
        }
        return left.toString();
    }

    /** What is left of the words of a text, those without any such letter left out. */
    static List<String> ofText(String text) {
        List<String> kept = new ArrayList<>();
        for (String word : text.split("[^\\p{L}\\p{N}'\u2019]+")) {
            String left = of(word);
            if (!left.isEmpty()) {
                kept.add(left);
            }
        }
        return kept;
    }
}
