package dev.inkling.text;

import dev.inkling.entropy.RangeEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Codes a set of words: how many, those that are not in the vocabulary as one text, the ranks of the others. */
final class KeywordSetEncoder implements CodedText {
    private final List<String> words;
    private final KeywordPrior prior;

    private KeywordSetEncoder(List<String> words, KeywordPrior prior) {
        this.words = words;
        this.prior = prior;
    }

    /** @param words distinct, in the order of their UTF-16 code units */
    static CodedText of(List<String> words, KeywordPrior prior) {
        return new KeywordSetEncoder(words, prior);
    }

    @Override
    public void write(int bytes, RangeEncoder out) {
        List<Integer> ranks = new ArrayList<>();
        List<String> spelled = new ArrayList<>();
        for (String word : words) {
            Integer rank = prior.rank(word);
            if (rank == null) {
                spelled.add(word);
            } else {
                ranks.add(rank);
            }
        }
        ranks.sort(null);
        out.encode(SetSize.start(words.size()), SetSize.frequency(words.size()), SetSize.total());
        spell(spelled, words.size(), out);
        ranks(ranks, new KeywordModel(prior, words.size()), prior.size(), out);
    }

    private static void spell(List<String> spelled, int size, RangeEncoder out) {
        int pieces = Spelling.piecesStart(size);
        if (spelled.isEmpty()) {
            out.encode(0, pieces, Spelling.TOTAL);
            return;
        }
        byte[] text = WordList.join(spelled).getBytes(StandardCharsets.UTF_8);
        CaptionPrior prior = CaptionPrior.shipped();
        RangeEncoder withPrior = new RangeEncoder(out);
        withPrior.encode(pieces, Spelling.RAW_START - pieces, Spelling.TOTAL);
        byte[] folded = CaseFolder.fold(text, SentenceStart.ofWords());
        int[] cut = PieceCutter.cut(folded, prior.pieces());
        CodedText coded = PieceEncoder.of(cut, prior, TextKind.WORDS);
        coded.write(UNKNOWN, withPrior);
        RangeEncoder raw = new RangeEncoder(out);
        raw.encode(Spelling.RAW_START, Spelling.TOTAL - Spelling.RAW_START, Spelling.TOTAL);
        new RawTextEncoder(text).write(UNKNOWN, raw);
        if (raw.bits() < withPrior.bits() || folded.length > Spelling.MOST_BYTES) {
            out.encode(Spelling.RAW_START, Spelling.TOTAL - Spelling.RAW_START, Spelling.TOTAL);
            new RawTextEncoder(text).write(UNKNOWN, out);
        } else {
            out.encode(pieces, Spelling.RAW_START - pieces, Spelling.TOTAL);
            coded.write(UNKNOWN, out);
        }
    }

    private static void ranks(List<Integer> ranks, KeywordModel model, int size, RangeEncoder out) {
        int next = 0;
        for (int i = 0; i < ranks.size(); i++) {
            int left = ranks.size() - i;
            rank(ranks.get(i), next, size - left + 1, left, model, out);
            model.accept(ranks.get(i));
            next = ranks.get(i) + 1;
        }
    }

    private static void rank(int rank, int from, int to, int left, KeywordModel model, RangeEncoder out) {
        int low = from;
        int high = to;
        while (high - low > 1) {
            int middle = low + high >>> 1;
            int lower = model.lower(low, middle, high, left);
            out.encodeBit(rank < middle ? 1 : 0, lower);
            if (rank < middle) {
                high = middle;
            } else {
                low = middle;
            }
        }
    }
}
