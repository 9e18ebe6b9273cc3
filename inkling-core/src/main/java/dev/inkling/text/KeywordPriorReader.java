package dev.inkling.text;

import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.RangeDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Unpacks a shipped {@link KeywordPrior}: the words in alphabetical order, as texts; the code of how frequent each is;
 * then for each topic how much more or less frequent it makes the first ranks; then the weights of the topics.
 */
final class KeywordPriorReader {
    /** Codes of a topic: {@code ratio(code) / 8} times the frequency that the word has at large. */
    static final int RATIOS = 16;
    /** Code of words that are no more frequent in a topic than at large. */
    static final int SAME = 4;
    /** Codes of frequencies. */
    static final int FREQUENCIES = 96;

    private static final int[] RATIO = {1, 2, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 256, 512, 1024};
    /** Bits of a number that is written in two parts. */
    private static final int HALF = 12;

    private final RangeDecoder in;

    private KeywordPriorReader(RangeDecoder in) {
        this.in = in;
    }

    static KeywordPrior read(byte[] packed) throws MalformedBitstreamException {
        RangeDecoder in = new RangeDecoder(packed, 0, packed.length);
        KeywordPrior prior = new KeywordPriorReader(in).prior();
        in.finish();
        return prior;
    }

    /** Frequency of a code, in arbitrary units: four steps an octave. */
    static long frequency(int code) {
        return (4L + code % 4) << code / 4;
    }

    /** Frequency in a topic, eight times as fine. */
    static long frequency(int code, int ratio) {
        return frequency(code) * RATIO[ratio];
    }

    /** Eight times the ratio of a code. */
    static int ratio(int code) {
        return RATIO[code];
    }

    /** How a list is put in order of rank: frequent words first, equal ones in alphabetical order. */
    static int[] order(int[] codes) {
        return IntStream.range(0, codes.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -codes[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The sums of the shares of a topic. */
    static int[] sums(long[] frequencies) {
        long total = 0;
        for (long frequency : frequencies) {
            total += frequency;
        }
        int[] sums = new int[frequencies.length + 1];
        long unit = KeywordPrior.ONE - frequencies.length;
        for (int rank = 0; rank < frequencies.length; rank++) {
            sums[rank + 1] = sums[rank] + 1 + (int) (frequencies[rank] * unit / total);
        }
        return sums;
    }

    private KeywordPrior prior() throws MalformedBitstreamException {
        List<String> words = new ArrayList<>();
        for (int left = in.decodeUniform(1 << HALF); left > 0; left--) {
            addWords(words);
        }
        StaticTable ofFrequencies = NgramTableReader.smallTable(in);
        int[] codes = new int[words.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = ofFrequencies.decode(in);
        }
        int[] order = order(codes);
        int topics = in.decodeUniform(1 << HALF);
        int detailed = in.decodeUniform(1 << HALF) << HALF | in.decodeUniform(1 << HALF);
        int[][] sums = new int[topics][];
        for (int topic = 0; topic < topics; topic++) {
            sums[topic] = topic(order, codes, detailed);
        }
        int[][] weights = new int[SetSize.CLASSES][topics];
        for (int[] row : weights) {
            for (int topic = 0; topic < topics; topic++) {
                row[topic] = in.decodeUniform(1 << 16);
            }
        }
        return new KeywordPrior(
                IntStream.of(order).mapToObj(words::get).toList(), sums, weights);
    }

    private void addWords(List<String> words) throws MalformedBitstreamException {
        String last = "";
        for (String entry : new String(RawTextDecoder.decode(in), StandardCharsets.US_ASCII).split(" ")) {
            // The first char says how many letters are shared with the word before: A for none.
            String word = last.substring(0, entry.charAt(0) - 'A') + entry.substring(1);
            words.add(word);
            last = word;
        }
    }

    private int[] topic(int[] order, int[] codes, int detailed) throws MalformedBitstreamException {
        StaticTable[] tables = {
            NgramTableReader.smallTable(in), NgramTableReader.smallTable(in), NgramTableReader.smallTable(in)
        };
        long[] frequencies = new long[order.length];
        int before = SAME;
        for (int rank = 0; rank < order.length; rank++) {
            int ratio = SAME;
            if (rank < detailed) {
                ratio = tables[context(before)].decode(in);
                before = ratio;
            }
            frequencies[rank] = frequency(codes[order[rank]], ratio);
        }
        return sums(frequencies);
    }

    /** Which table a code is written with, from the one before. */
    static int context(int before) {
        return before < SAME ? 0 : before == SAME ? 1 : 2;
    }
}
