package dev.inkling.text;

import dev.inkling.Layer;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.RangeDecoder;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Decodes what {@link PieceEncoder} coded. */
final class PieceDecoder {
    /** Most bytes of a folded text: three for a char, and a mark for every second one. */
    private static final int MAX_FOLDED = 4 * Layer.MAX_TEXT;

    private PieceDecoder() {}

    /** The bytes of the pieces up to the end. */
    static byte[] decode(CaptionPrior prior, TextKind kind, RangeDecoder in) throws MalformedBitstreamException {
        return decode(prior, kind, MAX_FOLDED, in);
    }

    /** The same, of at most so many bytes. */
    static byte[] decode(CaptionPrior prior, TextKind kind, int most, RangeDecoder in)
            throws MalformedBitstreamException {
        PieceModel model = prior.model(kind);
        int end = prior.pieces().ofByte(Marks.END);
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        for (int piece = decodePiece(model.next(), in); piece != end; piece = decodePiece(model.next(), in)) {
            folded.writeBytes(prior.pieces().bytes(piece));
            if (folded.size() > most) {
                throw TextDecoder.malformed(in, "the text is longer than " + Layer.MAX_TEXT + " chars");
            }
            model.accept(piece);
        }
        return folded.toByteArray();
    }

    private static int decodePiece(PieceDistribution next, RangeDecoder in) throws MalformedBitstreamException {
        int group = decodeSymbol(next.groups(), in);
        return PieceGroups.first(group) + decodeSymbol(next.members(group), in);
    }

    private static int decodeSymbol(int[] frequencies, RangeDecoder in) throws MalformedBitstreamException {
        int total = Arrays.stream(frequencies).sum();
        int at = in.locate(total);
        int symbol = 0;
        int start = 0;
        while (start + frequencies[symbol] <= at) {
            start += frequencies[symbol++];
        }
        in.consume(start, frequencies[symbol], total);
        return symbol;
    }
}
