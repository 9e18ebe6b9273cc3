package dev.inkling.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws word lists from descriptions: the first or the rarest of their words that say something, in text order. */
final class WordListCorpus {
    private static final long SEED = 20260101;
    private static final Pattern WORD = Pattern.compile("[a-z]+");
    private static final int[] LENGTHS = {5, 8, 10, 15, 20, 30, 40};
    private static final Set<String> HELPERS = Set.of(("a an the and or but if then else of in on at by for with from to into"
                    + " onto out over under up down off as is are was were be been being am do does did doing has have had"
                    + " having it its he she his her hers him they them their theirs we us our you your me my this that these"
                    + " those there here which who whom whose what when where why how all any both each few more most other"
                    + " others some such no nor not only own same so than too very can could will would shall should may might"
                    + " must just also while during before after above below between through across along against about around"
                    + " near behind beside besides toward towards within without upon one two three four five six seven eight"
                    + " nine ten first second third another seen visible shown shows show appears appear image photo picture"
                    + " view side left right top bottom center middle front back background foreground facing")
            .split(" "));

    private final Map<String, Integer> counts = new HashMap<>();
    private final SplittableRandom random = new SplittableRandom(SEED);

    /** @param texts where words are counted, to tell the rare ones */
    WordListCorpus(List<String> texts) {
        texts.forEach(text -> words(text).forEach(word -> counts.merge(word, 1, Integer::sum)));
    }

    /** Some lists from one description, each as one text. */
    List<String> draw(String description) {
        List<String> words = words(description);
        List<String> lists = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int length = LENGTHS[random.nextInt(LENGTHS.length)];
            if (words.size() >= length) {
                lists.add(WordList.join(random.nextBoolean() ? words.subList(0, length) : rarest(words, length)));
            }
        }
        return lists;
    }

    private List<String> rarest(List<String> words, int length) {
        Set<String> chosen = Set.copyOf(words.stream()
                .sorted(Comparator.comparing((String word) -> counts.getOrDefault(word, 0)).thenComparing(word -> word))
                .limit(length)
                .toList());
        return words.stream().filter(chosen::contains).toList();
    }

    /** The distinct words of a text that say something, in order, in lower case. */
    static List<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT).replace("'s", ""));
        while (matcher.find()) {
            if (matcher.group().length() > 1 && !HELPERS.contains(matcher.group())) {
                words.add(matcher.group());
            }
        }
        return List.copyOf(words);
    }
}
