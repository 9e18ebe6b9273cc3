package dev.inkling.text;

import dev.inkling.entropy.RangeEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Codes a set of words: how many, those that are not in the vocabulary, the ranks of the others. What the network says is
 * kept, so that the set can be written more than once.
 */
final class KeywordSetEncoder implements CodedText {
    private final KeywordPrior prior;
    private final int size;
    private final List<String> spelled;
    private final int[] ranks;
    /** What the network says before each word whose rank can be one that it tells apart. */
    private final List<int[]> outputs = new ArrayList<>();

    private KeywordSetEncoder(List<String> words, KeywordPrior prior, KeywordNetwork network) {
        this.prior = prior;
        this.size = words.size();
        this.spelled = words.stream().filter(word -> prior.rank(word) == null).toList();
        this.ranks = words.stream().map(prior::rank).filter(Objects::nonNull).mapToInt(Integer::intValue).sorted().toArray();
        KeywordState state = new KeywordState(network, ranks.length);
        for (int i = 0; i < ranks.length && low(i) < KeywordNetwork.HEAD; i++) {
            outputs.add(state.outputs(low(i), ranks.length - i));
            if (ranks[i] < KeywordNetwork.HEAD) {
                state.accept(ranks[i]);
            }
        }
    }

    /** @param words distinct, in the order of their UTF-16 code units */
    static CodedText of(List<String> words, KeywordPrior prior) {
        return new KeywordSetEncoder(words, prior, KeywordNetwork.shipped());
    }

    private int low(int i) {
        return i == 0 ? 0 : ranks[i - 1] + 1;
    }

    @Override
    public void write(int bytes, RangeEncoder out) {
        int[] sizes = SetSize.starts(RestRate.room(bytes, out.bits()));
        out.encode(sizes[size - 1], sizes[size] - sizes[size - 1], sizes[SetSize.MAX]);
        spell(out);
        KeywordTopics topics = new KeywordTopics(prior, size);
        for (int i = 0; i < ranks.length; i++) {
            int left = ranks.length - i;
            long room = RestRate.room(bytes, out.bits());
            KeywordShares shares = i < outputs.size() ? new KeywordShares(outputs.get(i), low(i), left, room) : null;
            rank(ranks[i], low(i), prior.size() - left + 1, new KeywordModel(topics, shares, low(i), left), out);
            topics.accept(ranks[i]);
        }
    }

    private void spell(RangeEncoder out) {
        int letters = Spelling.lettersStart(size);
        int pieces = Spelling.piecesStart(size);
        if (spelled.isEmpty()) {
            out.encode(0, letters, Spelling.TOTAL);
        } else if (spelled.stream().allMatch(LetterModel::spells)) {
            out.encode(letters, pieces - letters, Spelling.TOTAL);
            spellLetters(prior.letters(), out);
        } else {
            spellText(WordList.join(spelled).getBytes(StandardCharsets.UTF_8), pieces, out);
        }
    }

    private void spellLetters(LetterModel model, RangeEncoder out) {
        for (int i = 0; i < spelled.size(); i++) {
            if (i > 0) {
                out.encodeBit(1, Spelling.another(size));
            }
            String word = spelled.get(i);
            int context = 0;
            for (int j = 0; j <= word.length(); j++) {
                int symbol = j < word.length() ? LetterModel.symbol(word.charAt(j)) : 0;
                int[] starts = model.starts(context, j);
                out.encode(starts[symbol], starts[symbol + 1] - starts[symbol], starts[LetterModel.SYMBOLS]);
                context = LetterModel.next(context, symbol);
            }
        }
        out.encodeBit(0, Spelling.another(size));
    }

    private static void spellText(byte[] text, int pieces, RangeEncoder out) {
        CaptionPrior prior = CaptionPrior.shipped();
        RangeEncoder withPrior = new RangeEncoder(out);
        withPrior.encode(pieces, Spelling.RAW_START - pieces, Spelling.TOTAL);
        byte[] folded = CaseFolder.fold(text, SentenceStart.ofWords());
        int[] cut = PieceCutter.cut(folded, prior.pieces());
        CodedText coded = PieceEncoder.of(cut, prior, TextKind.WORDS);
        coded.write(UNKNOWN, withPrior);
        RangeEncoder raw = new RangeEncoder(out);
        raw.encode(Spelling.RAW_START, Spelling.TOTAL - Spelling.RAW_START, Spelling.TOTAL);
        CodedText rawText = new RawTextEncoder(text);
        rawText.write(UNKNOWN, raw);
        if (raw.bits() < withPrior.bits() || folded.length > Spelling.MOST_BYTES) {
            out.encode(Spelling.RAW_START, Spelling.TOTAL - Spelling.RAW_START, Spelling.TOTAL);
            rawText.write(UNKNOWN, out);
        } else {
            out.encode(pieces, Spelling.RAW_START - pieces, Spelling.TOTAL);
            coded.write(UNKNOWN, out);
        }
    }

    private static void rank(int rank, int from, int to, KeywordModel model, RangeEncoder out) {
        int low = from;
        int high = to;
        while (high - low > 1) {
            int middle = KeywordModel.middle(low, high);
            int lower = model.lower(low, middle, high);
            out.encodeBit(rank < middle ? 1 : 0, lower);
            if (rank < middle) {
                high = middle;
            } else {
                low = middle;
            }
        }
    }
}
