package dev.inkling.text;

import dev.inkling.entropy.RangeEncoder;

/** Codes pieces with the prior. What the models say is kept, so that the text can be written more than once. */
final class PieceEncoder implements CodedText {
    /** Start, frequency and total of a group, the same of the member, and the probability that the text ends before. */
    private static final int NUMBERS = 7;

    private final int[] numbers;

    private PieceEncoder(int[] numbers) {
        this.numbers = numbers;
    }

    static PieceEncoder of(int[] pieces, CaptionPrior prior, TextKind kind) {
        int[] numbers = new int[NUMBERS * pieces.length + 1];
        PieceModel model = prior.model(kind);
        for (int i = 0; i < pieces.length; i++) {
            int group = PieceGroups.of(pieces[i]);
            numbers[NUMBERS * i] = model.endProbability();
            PieceDistribution next = model.next();
            note(group, next.groups(), numbers, NUMBERS * i + 1);
            note(pieces[i] - PieceGroups.first(group), next.members(group), numbers, NUMBERS * i + 4);
            model.accept(pieces[i]);
        }
        numbers[NUMBERS * pieces.length] = model.endProbability();
        return new PieceEncoder(numbers);
    }

    private static void note(int symbol, int[] frequencies, int[] numbers, int at) {
        for (int i = 0; i < frequencies.length; i++) {
            numbers[at] += i < symbol ? frequencies[i] : 0;
            numbers[at + 2] += frequencies[i];
        }
        numbers[at + 1] = frequencies[symbol];
    }

    @Override
    public void write(int bytes, RangeEncoder out) {
        for (int at = 0; at + 1 < numbers.length; at += NUMBERS) {
            out.encodeBit(0, end(at, bytes, out));
            out.encode(numbers[at + 1], numbers[at + 2], numbers[at + 3]);
            out.encode(numbers[at + 4], numbers[at + 5], numbers[at + 6]);
        }
        out.encodeBit(1, end(numbers.length - 1, bytes, out));
    }

    private int end(int at, int bytes, RangeEncoder out) {
        return bytes == UNKNOWN ? numbers[at] : TextEnd.probability(numbers[at], 8L * bytes - out.bits());
    }
}
