package dev.inkling.classical;

import dev.inkling.Condenser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Condenses descriptions without any model: drops function words, then keeps colours with their nouns and places before
 * anything else, and what is large or said early before what is small or said late. The words are distinct, in lower
 * case and stay in the order of the text, which descriptions mostly begin with what matters most. Immutable and
 * thread-safe.
 */
public final class WordCondenser implements Condenser {
    private static final Set<String> FUNCTION_WORDS = Set.of("""
            a about above after again all along also although am among an and another any appear appears are
            area around as at away be because been before behind being below beneath beside between both but by
            can close could depict depicts detail did display displayed do does down during each either every
            few for from front further had has have having he her here hers him his how i if image in into is it
            its itself just like located made many may me more most much my near next no nor not of off on once
            one only onto or other our out over own part partially photo photograph picture placed positioned
            rather same scene seem seems seen set several she shot should show showing shown shows side slightly
            so some such taken than that the their them then there these they this those through to together too
            toward towards two under until up upon us very view visible was we were what when where which while
            who whole whose will with within without would you your""".split("\\s+"));

    /** Most that being last in the text costs a word. */
    private static final double LATENESS = 0.5;
    /** Weight of a word that follows a colour: most likely the thing that has it. */
    private static final double COLOURED_THING = 4.7;

    private static final double OTHER_WORD = 3;
    /** What the last word of a term weighs more than those before it: "blue" says more than "dark". */
    private static final double LAST_OF_TERM = 0.05;

    /** A condenser without settings. */
    public WordCondenser() {}

    @Override
    public List<String> condense(String description, int words) {
        if (words < 1) {
            throw new IllegalArgumentException(words + " words are less than 1");
        }
        List<Word> candidates = candidates(description);
        candidates.sort(Comparator.comparingDouble((Word word) -> -word.weight)
                .thenComparingInt(word -> word.position));
        Set<String> distinct = new HashSet<>();
        List<Word> kept = candidates.stream()
                .filter(word -> distinct.add(word.text))
                .limit(words)
                .sorted(Comparator.comparingInt(word -> word.position))
                .toList();
        return kept.stream().map(word -> word.text).toList();
    }

    /** The words that may be kept, weighed; all words when they are all function words. */
    private static List<Word> candidates(String description) {
        List<Word> all = new ArrayList<>();
        for (String raw : description.split("\\s+")) {
            String text = raw.toLowerCase(Locale.ROOT).replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
            if (!text.isEmpty()) {
                all.add(new Word(text, all.size(), raw.matches(".*[.;!?]\\W*")));
            }
        }
        List<Word> telling = all.stream()
                .filter(word -> !word.key.isEmpty())
                .toList();
        weigh(telling);
        List<Word> candidates = new ArrayList<>(telling);
        candidates.removeIf(word -> word.weight == 0);
        for (Word word : candidates) {
            word.weight -= LATENESS * word.position / all.size();
        }
        return candidates.isEmpty() ? all : candidates;
    }

    private static void weigh(List<Word> words) {
        double bonus = 0;
        boolean afterColour = false;
        int i = 0;
        while (i < words.size()) {
            int length = termLength(words, i);
            Phrase term = length == 0 ? null : Vocabulary.term(keys(words, i, length));
            bonus = term instanceof Extent extent ? extent.share() : bonus;
            for (Word word : words.subList(i, i + Math.max(1, length))) {
                word.weight = weight(term, word.text, afterColour);
                word.weight += word.weight > 0 ? bonus : 0;
                bonus = word.endsSentence ? 0 : bonus;
                afterColour = term instanceof ColourName && !word.endsSentence;
            }
            if (length > 1) {
                words.get(i + length - 1).weight += LAST_OF_TERM;
            }
            i += Math.max(1, length);
        }
    }

    private static double weight(@Nullable Phrase term, String word, boolean afterColour) {
        if (term instanceof ColourName || term instanceof Noun) {
            return 5;
        }
        if (term instanceof Place) {
            return 4.5;
        }
        if (term != null) {
            return 2.5;
        }
        if (FUNCTION_WORDS.contains(word)) {
            return 0;
        }
        return afterColour ? COLOURED_THING : OTHER_WORD;
    }

    /** Number of words of the longest term that begins here; 0 when none does. */
    private static int termLength(List<Word> words, int start) {
        int length = Math.min(Vocabulary.LONGEST, words.size() - start);
        while (length > 0 && Vocabulary.term(keys(words, start, length)) == null) {
            length--;
        }
        return length;
    }

    private static List<String> keys(List<Word> words, int start, int length) {
        return words.subList(start, start + length).stream().map(word -> word.key).toList();
    }

    /** One word of a description. */
    private static final class Word {
        final String text;
        /** The word in the form that terms use; empty for a filler. */
        final String key;

        final int position;
        final boolean endsSentence;
        double weight;

        Word(String text, int position, boolean endsSentence) {
            this.text = text;
            this.key = String.join(" ", Vocabulary.words(text));
            this.position = position;
            this.endsSentence = endsSentence;
        }
    }
}
