package dev.inkling.text;

import dev.inkling.Layer;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.RangeDecoder;
import java.util.ArrayList;
import java.util.List;

/** Decodes what {@link KeywordSetEncoder} coded. */
final class KeywordSetDecoder {
    private KeywordSetDecoder() {}

    /** @param bytes length of the message when nothing follows the set, else {@link CodedText#UNKNOWN} */
    static Layer.KeywordSet decode(int bytes, RangeDecoder in) throws MalformedBitstreamException {
        KeywordPrior prior = KeywordPrior.shipped();
        int size = size(in);
        List<String> words = new ArrayList<>(spelled(size, in));
        check(words, size, prior, in);
        KeywordModel model = new KeywordModel(prior, size);
        int next = 0;
        for (int left = size - words.size(); left > 0; left--) {
            int rank = rank(next, prior.size() - left + 1, left, model, in);
            model.accept(rank);
            words.add(prior.word(rank));
            next = rank + 1;
        }
        return new Layer.KeywordSet(words);
    }

    private static int size(RangeDecoder in) throws MalformedBitstreamException {
        int at = in.locate(SetSize.total());
        int size = 1;
        while (at >= SetSize.start(size) + SetSize.frequency(size)) {
            size++;
        }
        in.consume(SetSize.start(size), SetSize.frequency(size), SetSize.total());
        return size;
    }

    private static List<String> spelled(int size, RangeDecoder in) throws MalformedBitstreamException {
        int pieces = Spelling.piecesStart(size);
        int at = in.locate(Spelling.TOTAL);
        if (at < pieces) {
            in.consume(0, pieces, Spelling.TOTAL);
            return List.of();
        }
        byte[] utf8;
        if (at < Spelling.RAW_START) {
            in.consume(pieces, Spelling.RAW_START - pieces, Spelling.TOTAL);
            utf8 = CaseRestorer.restore(
                    PieceDecoder.decode(
                            CaptionPrior.shipped(), TextKind.WORDS, CodedText.UNKNOWN, Spelling.MOST_BYTES, in),
                    SentenceStart.ofWords());
        } else {
            in.consume(Spelling.RAW_START, Spelling.TOTAL - Spelling.RAW_START, Spelling.TOTAL);
            utf8 = RawTextDecoder.decode(in);
        }
        try {
            List<String> words = WordList.split(TextDecoder.text(utf8, in));
            WordList.check(words);
            return words;
        } catch (IllegalArgumentException e) {
            MalformedBitstreamException malformed = TextDecoder.malformed(in, e.getMessage());
            malformed.initCause(e);
            throw malformed;
        }
    }

    /** Spelled words ascend and are not in the vocabulary: there is one message for one set. */
    private static void check(List<String> spelled, int size, KeywordPrior prior, RangeDecoder in)
            throws MalformedBitstreamException {
        if (spelled.size() > size) {
            throw TextDecoder.malformed(in, "the set has " + size + " words, but " + spelled.size() + " are spelled");
        }
        for (int i = 0; i < spelled.size(); i++) {
            if (prior.rank(spelled.get(i)) != null) {
                throw TextDecoder.malformed(in, "a word of the vocabulary is spelled");
            }
            if (i > 0 && spelled.get(i - 1).compareTo(spelled.get(i)) >= 0) {
                throw TextDecoder.malformed(in, "the spelled words are not in ascending order");
            }
        }
    }

    private static int rank(int from, int to, int left, KeywordModel model, RangeDecoder in)
            throws MalformedBitstreamException {
        int low = from;
        int high = to;
        while (high - low > 1) {
            int middle = low + high >>> 1;
            if (in.decodeBit(model.lower(low, middle, high, left)) == 1) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }
}
