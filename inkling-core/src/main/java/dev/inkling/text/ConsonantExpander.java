package dev.inkling.text;

import dev.inkling.entropy.Log2;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Guesses words from their {@link Consonants}: the row of known words that the tables of the caption prior hold most
 * likely, found by beam search. Integers only, so that the same consonants give the same words everywhere.
 */
final class ConsonantExpander {
    private static final int BEAM = 8;
    /** Most words that are tried for the same consonants, the most frequent ones. */
    private static final int CANDIDATES = 24;
    private static final int CERTAIN = 30 << 12;

    /** Words that descriptions need but keyword sets do not have. */
    static final List<String> HELPERS = List.of(("the of and in is on with to at are from by that its it for as"
                    + " there this which their his her has have two three four one other not some be can or was an into"
                    + " over under behind front between above below near next left right top bottom center background"
                    + " foreground middle side view image photo picture both while but they she him them through"
                    + " against around across along toward towards also being been")
            .split(" "));

    /** A row of words so far. */
    private record Row(@Nullable Row before, String word, List<Integer> lastPieces, int cost) {}

    private final CaptionPrior prior;
    private final List<NgramTable> tables;

    private ConsonantExpander(CaptionPrior prior) {
        this.prior = prior;
        this.tables = prior.tables();
    }

    /** The words, one for each entry; consonants that no known word has stay as they are. */
    static List<String> expand(List<String> consonants) {
        return new ConsonantExpander(CaptionPrior.shipped()).search(consonants);
    }

    private List<String> search(List<String> consonants) {
        List<Row> beam = List.of(new Row(null, "", List.of(prior.pieces().ofByte(Marks.START)), 0));
        for (String kept : consonants) {
            List<Row> longer = new ArrayList<>();
            for (String word : Known.WORDS.getOrDefault(kept, List.of(kept))) {
                int[] pieces = PieceCutter.cut((" " + word).getBytes(StandardCharsets.UTF_8), prior.pieces());
                beam.forEach(row -> longer.add(append(row, word, pieces)));
            }
            longer.sort(Comparator.comparingInt(Row::cost));
            beam = List.copyOf(longer.subList(0, Math.min(BEAM, longer.size())));
        }
        return words(beam.get(0));
    }

    private Row append(Row row, String word, int[] pieces) {
        List<NgramContext> contexts = tables.stream().map(NgramContext::new).toList();
        row.lastPieces().forEach(piece -> contexts.forEach(context -> context.accept(piece)));
        List<Integer> read = new ArrayList<>(row.lastPieces());
        int cost = row.cost();
        for (int piece : pieces) {
            long sum = 1;
            for (NgramContext context : contexts) {
                sum += context.probability(piece);
                context.accept(piece);
            }
            cost += CERTAIN - Log2.of(sum);
            read.add(piece);
        }
        List<Integer> last = List.copyOf(read.subList(Math.max(0, read.size() - NgramTable.ORDER + 1), read.size()));
        return new Row(row, word, last, cost);
    }

    private static List<String> words(Row last) {
        List<String> words = new ArrayList<>();
        for (Row row = last; row.before() != null; row = row.before()) {
            words.add(0, row.word());
        }
        return words;
    }

    /** Words by their consonants, frequent ones first. */
    private static final class Known {
        private static final Map<String, List<String>> WORDS = new HashMap<>();

        static {
            HELPERS.forEach(Known::add);
            KeywordPrior keywords = KeywordPrior.shipped();
            for (int rank = 0; rank < keywords.size(); rank++) {
                add(keywords.word(rank));
            }
        }

        private static void add(String word) {
            List<String> same = WORDS.computeIfAbsent(Consonants.of(word), kept -> new ArrayList<>());
            if (same.size() < CANDIDATES && !same.contains(word)) {
                same.add(word);
            }
        }
    }
}
