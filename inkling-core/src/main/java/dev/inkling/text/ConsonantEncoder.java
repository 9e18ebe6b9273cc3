package dev.inkling.text;

import dev.inkling.entropy.RangeEncoder;
import java.util.List;

/** Codes words as their {@link Consonants}: a space after each of them, and one more at the end. */
final class ConsonantEncoder implements CodedText {
    private static final int SYMBOLS = Consonants.SPACE + 1;

    private final List<String> words;

    /** @param words consonants, none empty */
    ConsonantEncoder(List<String> words) {
        this.words = List.copyOf(words);
    }

    @Override
    public void write(int bytes, RangeEncoder out) {
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                out.encodeUniform(Consonants.LETTERS.indexOf(word.charAt(i)), SYMBOLS);
            }
            out.encodeUniform(Consonants.SPACE, SYMBOLS);
        }
        out.encodeUniform(Consonants.SPACE, SYMBOLS);
    }
}
