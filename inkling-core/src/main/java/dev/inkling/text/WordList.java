package dev.inkling.text;

import dev.inkling.Layer;
import java.util.List;
import java.util.stream.Collectors;

/** The rules for word lists, and their form as one text. */
final class WordList {
    private static final int MAX_WORDS = 255;

    private WordList() {}

    /** @throws IllegalArgumentException when {@link Layer.Words} does not allow these words */
    static void check(List<String> words) {
        if (words.isEmpty() || words.size() > MAX_WORDS) {
            throw new IllegalArgumentException("the list has " + words.size() + " words, 1 to 255 are possible");
        }
        for (String word : words) {
            if (word.isEmpty() || word.chars().anyMatch(Character::isWhitespace)) {
                throw new IllegalArgumentException("the list has an empty word or one with white space");
            }
        }
    }

    /** Each word with a space before it, so that the first one is made of the same pieces as the others. */
    static String join(List<String> words) {
        return words.stream().map(" "::concat).collect(Collectors.joining());
    }

    /** @throws IllegalArgumentException when no space comes first */
    static List<String> split(String text) {
        if (!text.startsWith(" ")) {
            throw new IllegalArgumentException("the list does not start with a space");
        }
        return List.of(text.substring(1).split(" ", -1));
    }
}
