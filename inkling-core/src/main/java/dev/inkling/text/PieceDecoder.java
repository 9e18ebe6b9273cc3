package dev.inkling.text;

import dev.inkling.Layer;
import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.RangeDecoder;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Decodes what {@link PieceEncoder} coded. */
final class PieceDecoder {
    /** Most bytes of a folded text: three for a char, and a mark for every second one. */
    static final int MOST_BYTES = 4 * Layer.MAX_TEXT;

    private PieceDecoder() {}

    /**
     * The bytes of the pieces up to the end.
     *
     * @param bytes length of the message when nothing follows the text, else {@link CodedText#UNKNOWN}
     * @param most  most bytes that the pieces may have
     */
    static byte[] decode(CaptionPrior prior, TextKind kind, int bytes, int most, RangeDecoder in)
            throws MalformedBitstreamException {
        PieceModel model = prior.model(kind);
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        while (in.decodeBit(end(model, bytes, in)) == 0) {
            int piece = decodePiece(model.next(), in);
            folded.writeBytes(prior.pieces().bytes(piece));
            if (folded.size() > most) {
                throw TextDecoder.malformed(in, "the text is longer than " + Layer.MAX_TEXT + " chars");
            }
            model.accept(piece);
        }
        return folded.toByteArray();
    }

    private static int end(PieceModel model, int bytes, RangeDecoder in) {
        int otherwise = model.endProbability();
        return bytes == CodedText.UNKNOWN ? otherwise : TextEnd.probability(otherwise, 8L * bytes - in.bits());
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
