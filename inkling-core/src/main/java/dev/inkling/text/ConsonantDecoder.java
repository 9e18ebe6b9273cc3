package dev.inkling.text;

import dev.inkling.Layer;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.RangeDecoder;
import java.util.ArrayList;
import java.util.List;

/** Decodes what {@link ConsonantEncoder} coded. */
final class ConsonantDecoder {
    private ConsonantDecoder() {}

    /** The consonants of the words. */
    static List<String> decode(RangeDecoder in) throws MalformedBitstreamException {
        List<String> words = new ArrayList<>();
        for (String word = word(in); !word.isEmpty(); word = word(in)) {
            words.add(word);
            if (words.size() > Layer.MAX_TEXT) {
                throw TextDecoder.malformed(in, "the text is longer than " + Layer.MAX_TEXT + " chars");
            }
        }
        return words;
    }

    private static String word(RangeDecoder in) throws MalformedBitstreamException {
        StringBuilder word = new StringBuilder();
        for (int symbol = symbol(in); symbol != Consonants.SPACE; symbol = symbol(in)) {
            word.append(Consonants.LETTERS.charAt(symbol));
        }
        return word.toString();
    }

    private static int symbol(RangeDecoder in) throws MalformedBitstreamException {
        return in.decodeUniform(Consonants.SPACE + 1);
    }
}
