package dev.inkling.text;

import dev.inkling.entropy.RangeEncoder;

/** Codes pieces with the prior. */
final class PieceEncoder {
    private PieceEncoder() {}

    /** Codes pieces and the end. */
    static void encode(int[] pieces, CaptionPrior prior, TextKind kind, RangeEncoder out) {
        PieceModel model = prior.model(kind);
        for (int piece : pieces) {
            encode(piece, model.next(), out);
            model.accept(piece);
        }
        encode(prior.pieces().ofByte(Marks.END), model.next(), out);
    }

    private static void encode(int piece, PieceDistribution next, RangeEncoder out) {
        int group = PieceGroups.of(piece);
        encodeSymbol(group, next.groups(), out);
        encodeSymbol(piece - PieceGroups.first(group), next.members(group), out);
    }

    private static void encodeSymbol(int symbol, int[] frequencies, RangeEncoder out) {
        int start = 0;
        int total = 0;
        for (int i = 0; i < frequencies.length; i++) {
            start += i < symbol ? frequencies[i] : 0;
            total += frequencies[i];
        }
        out.encode(start, frequencies[symbol], total);
    }
}
