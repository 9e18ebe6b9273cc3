package dev.inkling.classical;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every term that {@link LayoutText} understands, and how the words of a text are brought to the forms listed here. */
final class Vocabulary {
    /** Words of the longest term, fillers left out. */
    static final int LONGEST = 3;

    private static final Set<String> FILLERS =
            Set.of("a", "an", "the", "of", "in", "on", "at", "to", "is", "are", "its", "very", "and", "or", "area");

    /** Other forms of words that the terms are made of. */
    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("grey", "gray"),
            Map.entry("greyish", "gray"),
            Map.entry("grayish", "gray"),
            Map.entry("bluish", "blue"),
            Map.entry("greenish", "green"),
            Map.entry("brownish", "brown"),
            Map.entry("reddish", "red"),
            Map.entry("yellowish", "yellow"),
            Map.entry("light", "pale"),
            Map.entry("deep", "dark"),
            Map.entry("centre", "center"),
            Map.entry("upper", "top"),
            Map.entry("lower", "bottom"),
            Map.entry("leaves", "leaf"),
            Map.entry("people", "person"),
            Map.entry("men", "man"),
            Map.entry("women", "woman"));

    /** Terms beside those of the grammar. */
    private static final Map<String, Phrase> SYNONYMS = Map.ofEntries(
            Map.entry("tiny", Extent.SMALL),
            Map.entry("little", Extent.SMALL),
            Map.entry("big", Extent.LARGE),
            Map.entry("wide", Extent.LARGE),
            Map.entry("vast", Extent.HUGE),
            Map.entry("enormous", Extent.HUGE),
            Map.entry("golden", ColourName.GOLD),
            Map.entry("silver", ColourName.PALE_GRAY),
            Map.entry("crimson", ColourName.RED),
            Map.entry("scarlet", ColourName.RED),
            Map.entry("maroon", ColourName.DARK_RED),
            Map.entry("burgundy", ColourName.DARK_RED),
            Map.entry("salmon", ColourName.CORAL),
            Map.entry("violet", ColourName.PURPLE),
            Map.entry("lilac", ColourName.LAVENDER),
            Map.entry("cyan", ColourName.TURQUOISE),
            Map.entry("blonde", ColourName.TAN),
            Map.entry("ivory", ColourName.CREAM),
            Map.entry("pale brown", ColourName.TAN),
            Map.entry("pale red", ColourName.CORAL),
            Map.entry("pale purple", ColourName.LAVENDER),
            Map.entry("pale orange", ColourName.PEACH),
            Map.entry("dark yellow", ColourName.GOLD),
            Map.entry("bright blue", ColourName.BLUE),
            Map.entry("whole", Place.WHOLE),
            Map.entry("everywhere", Place.WHOLE),
            Map.entry("background", Place.WHOLE),
            Map.entry("foreground", Place.ACROSS_BOTTOM),
            Map.entry("middle", Place.CENTER),
            Map.entry("left top", Place.TOP_LEFT),
            Map.entry("right top", Place.TOP_RIGHT),
            Map.entry("left bottom", Place.BOTTOM_LEFT),
            Map.entry("right bottom", Place.BOTTOM_RIGHT));

    private static final Map<String, Phrase> TERMS = terms();

    private Vocabulary() {}

    private static Map<String, Phrase> terms() {
        Map<String, Phrase> terms = new HashMap<>(SYNONYMS);
        List<Phrase[]> vocabularies = List.of(
                Brightness.values(), Noun.values(), Detail.values(), Trait.values(), Extent.values(),
                ColourName.values(), Place.values());
        for (Phrase[] vocabulary : vocabularies) {
            for (Phrase phrase : vocabulary) {
                terms.put(String.join(" ", words(phrase.words())), phrase);
            }
        }
        return terms;
    }

    /** The term that these words are, if they are one. */
    static @Nullable Phrase term(List<String> words) {
        return TERMS.get(String.join(" ", words));
    }

    /** The words of a text without fillers, in lower case and in the forms that the terms use. */
    static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty() && !FILLERS.contains(word))
                .map(word -> FORMS.getOrDefault(word, word))
                .toList();
    }
}
