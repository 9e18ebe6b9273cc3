package dev.inkling.eval.metrics;

import dev.inkling.ProviderException;
import dev.inkling.onnx.ModelFile;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into the tokens of CLIP: byte-pair encoding (Sennrich, Haddow, Birch 2016) of lower-case UTF-8. Immutable.
 *
 * <p>Example: with the merges {@code a b</w>} and {@code a b}, "ab" is the one symbol {@code ab</w>}. The tokens are
 * numbered: the 256 bytes, the 256 bytes at the end of a word, the merges, the start and the end of the text.
 */
final class ClipTokenizer {
    /** Merges of the published vocabulary of 49408 tokens; the file goes on with others that are not used. */
    private static final int MOST_MERGES = 49408 - 2 * 256 - 2;

    private static final String END_OF_WORD = "</w>";

    private static final Pattern WORD = Pattern.compile(
            "'s|'t|'re|'ve|'m|'ll|'d|\\p{L}+|\\p{N}|[^\\s\\p{L}\\p{N}]+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final String[] BYTE_SYMBOLS = byteSymbols();

    /** Rank of each pair of symbols, written with a space between. */
    private final Map<String, Integer> ranks = new HashMap<>();

    private final Map<String, Integer> tokens = new HashMap<>();

    private ClipTokenizer(List<String> merges) {
        for (int value : byteOrder()) {
            tokens.put(BYTE_SYMBOLS[value], tokens.size());
        }
        for (int value : byteOrder()) {
            tokens.put(BYTE_SYMBOLS[value] + END_OF_WORD, tokens.size());
        }
        for (String merge : merges) {
            ranks.put(merge, ranks.size());
            tokens.put(merge.replace(" ", ""), 2 * 256 + ranks.size() - 1);
        }
    }

    /** Reads the merges: a line of heading, then one pair a line, the most frequent first; may be gzip. */
    static ClipTokenizer read(ModelFile file) throws ProviderException {
        List<String> merges = new ArrayList<>();
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            reader.lines().skip(1).limit(MOST_MERGES).forEach(merges::add);
        } catch (IOException e) {
            throw file.failure("cannot be read as text", e);
        } catch (UncheckedIOException e) {
            throw file.failure("cannot be read as text", e.getCause());
        }
        for (String merge : merges) {
            if (merge.split(" ").length != 2) {
                throw file.failure("expected two symbols a line, found '" + merge + "'");
            }
        }
        return new ClipTokenizer(merges);
    }

    private static InputStream open(ModelFile file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file.path()));
        in.mark(2);
        boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return zipped ? new GZIPInputStream(in) : in;
    }

    /**
     * The tokens of a text between start and end, padded with 0.
     *
     * @param length how many tokens there are to be, 2 or more; a longer text is cut before the end
     */
    long[] encode(String text, int length) {
        int end = 2 * 256 + ranks.size() + 1;
        long[] encoded = new long[length];
        encoded[0] = end - 1;
        int count = 1;
        Matcher word = WORD.matcher(cleaned(text));
        while (word.find()) {
            for (String symbol : merged(symbols(word.group()))) {
                if (count < length - 1) {
                    encoded[count++] = tokens.get(symbol);
                }
            }
        }
        encoded[count] = end;
        return encoded;
    }

    /** Lower case with straight quotes, as the reference cleans text; it repairs broken Unicode and HTML too. */
    private static String cleaned(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[\u02bc\u2018-\u201b]", "'")
                .replaceAll("[\u201c-\u201f]", "\"");
    }

    private static List<String> symbols(String word) {
        List<String> symbols = new ArrayList<>();
        for (byte value : word.getBytes(StandardCharsets.UTF_8)) {
            symbols.add(BYTE_SYMBOLS[value & 0xff]);
        }
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

    /** Bytes in the order of their tokens: those that are printed as themselves, then the others. */
    private static List<Integer> byteOrder() {
        List<Integer> order = new ArrayList<>();
        for (int value = 0; value < 256; value++) {
            if (isPrinted(value)) {
                order.add(value);
            }
        }
        for (int value = 0; value < 256; value++) {
            if (!isPrinted(value)) {
                order.add(value);
            }
        }
        return order;
    }

    private static boolean isPrinted(int value) {
        return value >= '!' && value <= '~' || value >= 0xa1 && value <= 0xff && value != 0xad;
    }

    /** A visible character for each byte: itself, or one from U+0100 on. */
    private static String[] byteSymbols() {
        String[] symbols = new String[256];
        int others = 0;
        for (int value = 0; value < 256; value++) {
            symbols[value] = Character.toString(isPrinted(value) ? value : 256 + others++);
        }
        return symbols;
    }
}
