package dev.inkling.text;

import dev.inkling.Layer;
import dev.inkling.codec.TextMessage;
import dev.inkling.entropy.RangeDecoder;
import dev.inkling.entropy.RangeEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

    /** A message that holds the set alone, so that its length tells the decoder something; as short as can be. */
    static byte[] message(Layer.KeywordSet set) {
        CodedText text = KeywordSetEncoder.of(set.words(), KeywordPrior.shipped());
        RangeEncoder unknown = begin();
        text.write(CodedText.UNKNOWN, unknown);
        int bytes = (int) Math.max(1, unknown.bits() / 8 - 3);
        while (true) {
            RangeEncoder out = begin();
            text.write(bytes, out);
            byte[] message = out.finish();
            if (message.length <= bytes) {
                return Arrays.copyOf(message, bytes);
            }
            bytes++;
        }
    }

    private static RangeEncoder begin() {
        RangeEncoder out = new RangeEncoder();
        int id = TextKind.SET.id();
        out.encode(TextKind.start(id), TextKind.frequency(id), TextKind.total());
        return out;
    }

    /** Decodes what {@link #message} made. */
    static Layer.KeywordSet decode(byte[] message) throws IOException {
        RangeDecoder in = new RangeDecoder(message, 0, message.length);
        int id = TextKind.SET.id();
        in.locate(TextKind.total());
        in.consume(TextKind.start(id), TextKind.frequency(id), TextKind.total());
        return KeywordSetDecoder.decode(message.length, in);
    }

    /** Bits a word of messages. */
    static double bitsPerWord(List<byte[]> messages, int length) {
        return 8.0 * messages.stream().mapToInt(message -> message.length).sum() / length / messages.size();
    }

    private static void print(int length, List<Layer.KeywordSet> sets) throws IOException {
        long start = System.nanoTime();
        List<byte[]> messages = sets.stream().map(EvaluateKeywordSets::message).toList();
        long encoded = System.nanoTime();
        for (int i = 0; i < messages.size(); i++) {
            if (!decode(messages.get(i)).equals(sets.get(i))) {
                throw new IllegalStateException("not lossless: " + sets.get(i));
            }
        }
        long decoded = System.nanoTime();
        List<byte[]> followed = sets.stream().map(TextMessage::encode).toList();
        System.out.printf(
                Locale.ROOT,
                "%2d words %3d sets %6.3f bits/word (%.3f when the length is not known); encode %.0f us/set, decode %.0f us/set%n",
                length,
                sets.size(),
                bitsPerWord(messages, length),
                bitsPerWord(followed, length),
                (encoded - start) / 1e3 / sets.size(),
                (decoded - encoded) / 1e3 / sets.size());
    }
}
