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
        int size = size(bytes, in);
        List<String> words = new ArrayList<>(spelled(size, prior, in));
        check(words, size, prior, in);
        KeywordState state = new KeywordState(KeywordNetwork.shipped(), size - words.size());
        KeywordTopics topics = new KeywordTopics(prior, size);
        int next = 0;
        for (int left = size - words.size(); left > 0; left--) {
            KeywordShares shares = null;
            if (next < KeywordNetwork.HEAD) {
                shares = new KeywordShares(state.outputs(next, left), next, left, RestRate.room(bytes, in.bits()));
            }
            int rank = rank(next, prior.size() - left + 1, new KeywordModel(topics, shares, next, left), in);
            topics.accept(rank);
            if (rank < KeywordNetwork.HEAD) {
                state.accept(rank);
            }
            words.add(prior.word(rank));
            next = rank + 1;
        }
        return new Layer.KeywordSet(words);
    }

    private static int size(int bytes, RangeDecoder in) throws MalformedBitstreamException {
        int[] starts = SetSize.starts(RestRate.room(bytes, in.bits()));
        int at = in.locate(starts[SetSize.MAX]);
        int size = 1;
        while (at >= starts[size]) {
            size++;
        }
        in.consume(starts[size - 1], starts[size] - starts[size - 1], starts[SetSize.MAX]);
        return size;
    }

    private static List<String> spelled(int size, KeywordPrior prior, RangeDecoder in) throws MalformedBitstreamException {
        int letters = Spelling.lettersStart(size);
        int pieces = Spelling.piecesStart(size);
        int at = in.locate(Spelling.TOTAL);
        if (at < letters) {
            in.consume(0, letters, Spelling.TOTAL);
            return List.of();
        }
        if (at < pieces) {
            in.consume(letters, pieces - letters, Spelling.TOTAL);
            return spelledLetters(size, prior.letters(), in);
        }
        if (at < Spelling.RAW_START) {
            in.consume(pieces, Spelling.RAW_START - pieces, Spelling.TOTAL);
            return spelledText(
                    CaseRestorer.restore(
                            PieceDecoder.decode(
                                    CaptionPrior.shipped(),
                                    TextKind.WORDS,
                                    CodedText.UNKNOWN,
                                    Spelling.MOST_BYTES,
                                    in),
                            SentenceStart.ofWords()),
                    in);
        }
        in.consume(Spelling.RAW_START, Spelling.TOTAL - Spelling.RAW_START, Spelling.TOTAL);
        return spelledText(RawTextDecoder.decode(in), in);
    }

    private static List<String> spelledLetters(int size, LetterModel model, RangeDecoder in)
            throws MalformedBitstreamException {
        List<String> words = new ArrayList<>();
        do {
            words.add(word(model, in));
        } while (words.size() <= size && in.decodeBit(Spelling.another(size)) == 1);
        return words;
    }

    private static String word(LetterModel model, RangeDecoder in) throws MalformedBitstreamException {
        StringBuilder word = new StringBuilder();
        int context = 0;
        while (word.length() <= LetterModel.LONGEST) {
            int[] starts = model.starts(context, word.length());
            int at = in.locate(starts[LetterModel.SYMBOLS]);
            int symbol = 0;
            while (at >= starts[symbol + 1]) {
                symbol++;
            }
            in.consume(starts[symbol], starts[symbol + 1] - starts[symbol], starts[LetterModel.SYMBOLS]);
            if (symbol == 0) {
                if (word.isEmpty()) {
                    throw TextDecoder.malformed(in, "a spelled word has no letters");
                }
                return word.toString();
            }
            word.append(LetterModel.letter(symbol));
            context = LetterModel.next(context, symbol);
        }
        throw TextDecoder.malformed(in, "a spelled word has more than " + LetterModel.LONGEST + " letters");
    }

    private static List<String> spelledText(byte[] utf8, RangeDecoder in) throws MalformedBitstreamException {
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

    private static int rank(int from, int to, KeywordModel model, RangeDecoder in) throws MalformedBitstreamException {
        int low = from;
        int high = to;
        while (high - low > 1) {
            int middle = KeywordModel.middle(low, high);
            if (in.decodeBit(model.lower(low, middle, high)) == 1) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }
}
