package dev.inkling.text;

import dev.inkling.Layer;
import dev.inkling.codec.TextMessage;
import dev.inkling.entropy.RangeEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Prints what keyword sets cost as whole messages: of each text, the first words that say something. Argument: a file,
 * one text a line.
 */
final class EvaluateKeywordSets {
    private EvaluateKeywordSets() {}

    public static void main(String[] args) throws IOException {
        List<String> texts = Files.readAllLines(Path.of(args[0]));
        long start = System.nanoTime();
        KeywordPrior.shipped();
        KeywordNetwork.shipped();
        System.out.printf(Locale.ROOT, "load %d ms%n", (System.nanoTime() - start) / 1_000_000);
        for (int length : new int[] {5, 10, 20, 40}) {
            print(length, sets(texts, length));
        }
    }

    /** The first words of the texts that have so many distinct ones. */
    static List<Layer.KeywordSet> sets(List<String> texts, int length) {
        return texts.stream()
                .map(WordListCorpus::words)
                .filter(words -> words.size() >= length)
                .map(words -> new Layer.KeywordSet(words.subList(0, length)))
                .toList();
    }

    /** Length in bytes of a set when something follows it in its message. */
    private static int followed(Layer.KeywordSet set) {
        RangeEncoder out = new RangeEncoder();
        TextEncoder.of(set).write(out);
        return out.finish().length;
    }

    /** Bits a word of whole messages. */
    static double bitsPerWord(List<Layer.KeywordSet> sets, int length) {
        return 8.0 * sets.stream().mapToInt(set -> TextMessage.encode(set).length).sum() / length / sets.size();
    }

    private static void print(int length, List<Layer.KeywordSet> sets) throws IOException {
        long start = System.nanoTime();
        List<byte[]> messages = sets.stream().map(TextMessage::encode).toList();
        long encoded = System.nanoTime();
        for (int i = 0; i < messages.size(); i++) {
            if (!TextMessage.decode(messages.get(i)).equals(sets.get(i))) {
                throw new IllegalStateException("not lossless: " + sets.get(i));
            }
        }
        long decoded = System.nanoTime();
        int followed = sets.stream().mapToInt(EvaluateKeywordSets::followed).sum();
        System.out.printf(
                Locale.ROOT,
                "%2d words %3d sets %6.3f bits/word (%.3f when the length is not known); encode %.0f us/set, decode %.0f us/set%n",
                length,
                sets.size(),
                bitsPerWord(sets, length),
                8.0 * followed / length / sets.size(),
                (encoded - start) / 1e3 / sets.size(),
                (decoded - encoded) / 1e3 / sets.size());
    }
}
