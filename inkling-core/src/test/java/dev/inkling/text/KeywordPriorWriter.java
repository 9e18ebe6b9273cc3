package dev.inkling.text;

import dev.inkling.entropy.RangeEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Packs a prior for {@link KeywordPriorReader}. */
final class KeywordPriorWriter {
    /** Words of one text. */
    private static final int CHUNK = 10_000;

    private final RangeEncoder out = new RangeEncoder();

    private KeywordPriorWriter() {}

    static byte[] write(KeywordTrainer.Trained trained) {
        KeywordPriorWriter writer = new KeywordPriorWriter();
        int[] alphabetical = IntStream.range(0, trained.words().size())
                .boxed()
                .sorted(Comparator.comparing(trained.words()::get))
                .mapToInt(Integer::intValue)
                .toArray();
        writer.words(IntStream.of(alphabetical).mapToObj(trained.words()::get).toList());
        writer.codes(IntStream.of(alphabetical).map(rank -> trained.codes()[rank]).toArray());
        writer.out.encodeUniform(trained.ratios().length, 1 << 12);
        int detailed = trained.ratios()[0].length;
        writer.out.encodeUniform(detailed >> 12, 1 << 12);
        writer.out.encodeUniform(detailed & 0xfff, 1 << 12);
        for (int[] ratios : trained.ratios()) {
            writer.topic(ratios);
        }
        for (int[] row : trained.weights()) {
            for (int weight : row) {
                writer.out.encodeUniform(weight, 1 << 16);
            }
        }
        return writer.out.finish();
    }

    private void words(List<String> words) {
        List<String> texts = new ArrayList<>();
        for (int from = 0; from < words.size(); from += CHUNK) {
            texts.add(text(words.subList(from, Math.min(words.size(), from + CHUNK))));
        }
        out.encodeUniform(texts.size(), 1 << 12);
        texts.forEach(text ->
                new RawTextEncoder(text.getBytes(StandardCharsets.US_ASCII)).write(CodedText.UNKNOWN, out));
    }

    private static String text(List<String> words) {
        List<String> entries = new ArrayList<>();
        String last = "";
        for (String word : words) {
            int shared = 0;
            while (shared < Math.min(last.length(), word.length()) && last.charAt(shared) == word.charAt(shared)) {
                shared++;
            }
            entries.add((char) ('A' + shared) + word.substring(shared));
            last = word;
        }
        return String.join(" ", entries);
    }

    private void codes(int[] codes) {
        int[] counts = new int[StaticTable.SYMBOLS];
        for (int code : codes) {
            counts[StaticTable.symbol(code)]++;
        }
        StaticTable table = NgramTableWriter.writeTable(counts, out);
        for (int code : codes) {
            table.encode(code, out);
        }
    }

    private void topic(int[] ratios) {
        int[][] counts = new int[3][StaticTable.SYMBOLS];
        int before = KeywordPriorReader.SAME;
        for (int ratio : ratios) {
            counts[KeywordPriorReader.context(before)][StaticTable.symbol(ratio)]++;
            before = ratio;
        }
        StaticTable[] tables = new StaticTable[counts.length];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = NgramTableWriter.writeTable(counts[i], out);
        }
        before = KeywordPriorReader.SAME;
        for (int ratio : ratios) {
            tables[KeywordPriorReader.context(before)].encode(ratio, out);
            before = ratio;
        }
    }
}
