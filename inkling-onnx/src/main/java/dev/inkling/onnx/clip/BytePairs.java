package dev.inkling.onnx.clip;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Byte-pair encoding (Sennrich, Haddow, Birch 2016) of lower-case UTF-8 with marked ends of words, as in CLIP.
 *
 * <p>Example: with the merges {@code a b</w>} and {@code a b}, "ab" is the one symbol {@code ab</w>}.
 */
final class BytePairs implements TokenModel {
    static final String END_OF_WORD = "</w>";

    private static final Pattern WORD = Pattern.compile(
            "'s|'t|'re|'ve|'m|'ll|'d|\\p{L}+|\\p{N}|[^\\s\\p{L}\\p{N}]+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** Rank of each pair of symbols, written with a space between. */
    private final Map<String, Integer> ranks = new HashMap<>();

    private final Map<String, Long> vocabulary;
    private final long unknown;

    /**
     * @param merges     pairs of symbols with a space between, the most frequent first
     * @param vocabulary the token of each symbol
     * @param unknown    the token of symbols that the vocabulary lacks
     */
    BytePairs(List<String> merges, Map<String, Long> vocabulary, long unknown) {
        merges.forEach(merge -> ranks.putIfAbsent(merge, ranks.size()));
        this.vocabulary = vocabulary;
        this.unknown = unknown;
    }

    /**
     * A tokenizer of merges alone, whose tokens are numbered as published: the 256 bytes, the 256 bytes at the end of a
     * word, the merges, the start and the end of the text.
     */
    static Tokenizer tokenizer(List<String> merges) {
        Map<String, Long> vocabulary = new HashMap<>();
        List<String> bytes = ByteSymbols.inOrder();
        bytes.forEach(symbol -> vocabulary.put(symbol, (long) vocabulary.size()));
        bytes.forEach(symbol -> vocabulary.put(symbol + END_OF_WORD, (long) vocabulary.size()));
        for (int i = 0; i < merges.size(); i++) {
            vocabulary.put(merges.get(i).replace(" ", ""), 512L + i);
        }
        long start = 512L + merges.size();
        TokenFrame frame = new TokenFrame(List.of(start), List.of(start + 1), 0);
        return new Tokenizer(BytePairs::cleaned, new BytePairs(merges, vocabulary, start + 1), frame);
    }

    /** Lower case with straight quotes, as the reference cleans text; it repairs broken Unicode and HTML too. */
    static String cleaned(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\u02bc\u2018-\u201b]", "'")
                .replaceAll("[\u201c-\u201f]", "\"");
    }

    @Override
    public List<Long> tokens(String text) {
        List<Long> tokens = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            for (String symbol : merged(symbols(word.group()))) {
                tokens.add(vocabulary.getOrDefault(symbol, unknown));
            }
        }
        return tokens;
    }

    private static List<String> symbols(String word) {
        List<String> symbols = ByteSymbols.of(word);
        int last = symbols.size() - 1;
        symbols.set(last, symbols.get(last) + END_OF_WORD);
        return symbols;
    }

    /** Joins the pair of the lowest rank wherever it is, until no pair has a rank. */
    private List<String> merged(List<String> symbols) {
        String best = bestPair(symbols);
        while (best != null) {
            for (int i = 0; i + 1 < symbols.size(); i++) {
                if (pair(symbols, i).equals(best)) {
                    symbols.set(i, symbols.get(i) + symbols.remove(i + 1));
                }
            }
            best = bestPair(symbols);
        }
        return symbols;
    }

    private @Nullable String bestPair(List<String> symbols) {
        String best = null;
        for (int i = 0; i + 1 < symbols.size(); i++) {
            String pair = pair(symbols, i);
            if (ranks.containsKey(pair) && (best == null || ranks.get(pair) < ranks.get(best))) {
                best = pair;
            }
        }
        return best;
    }

    private static String pair(List<String> symbols, int index) {
        return symbols.get(index) + " " + symbols.get(index + 1);
    }
}
