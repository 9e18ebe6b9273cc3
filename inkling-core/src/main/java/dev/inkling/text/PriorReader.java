package dev.inkling.text;

import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.RangeDecoder;
import java.util.ArrayList;
import java.util.List;

/** Unpacks a shipped {@link CaptionPrior}. */
final class PriorReader {
    private final RangeDecoder in;

    private PriorReader(RangeDecoder in) {
        this.in = in;
    }

    static CaptionPrior read(byte[] packed) throws MalformedBitstreamException {
        RangeDecoder in = new RangeDecoder(packed, 0, packed.length);
        PriorReader reader = new PriorReader(in);
        Pieces pieces = reader.pieces();
        long[] shares = reader.shares();
        List<NgramTable> tables = new ArrayList<>();
        for (int left = in.decodeUniform(16); left > 0; left--) {
            tables.add(NgramTableReader.read(in, shares));
        }
        List<CaptionPrior.Mixture> mixtures = new ArrayList<>();
        for (int left = in.decodeUniform(16); left > 0; left--) {
            mixtures.add(reader.mixture(tables));
        }
        in.finish();
        return new CaptionPrior(pieces, mixtures, CaptionNetwork::shipped);
    }

    private Pieces pieces() throws MalformedBitstreamException {
        short[] ofByte = shorts(Pieces.BYTES, Pieces.COUNT);
        short[] lefts = shorts(Pieces.MERGES, Pieces.COUNT);
        short[] rights = shorts(Pieces.MERGES, Pieces.COUNT);
        short[] results = shorts(Pieces.MERGES, Pieces.COUNT);
        return new Pieces(ofByte, lefts, rights, results);
    }

    private long[] shares() throws MalformedBitstreamException {
        long[] shares = new long[NgramTable.SHARE_CODES];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (long) in.decodeUniform(1 << 16) << 15 | in.decodeUniform(1 << 15);
        }
        return shares;
    }

    private CaptionPrior.Mixture mixture(List<NgramTable> tables) throws MalformedBitstreamException {
        List<NgramTable> chosen = new ArrayList<>();
        for (int left = in.decodeUniform(16); left > 0; left--) {
            chosen.add(tables.get(in.decodeUniform(16)));
        }
        NgramTable style = tables.get(in.decodeUniform(16));
        int parts = PieceModel.parts(chosen.size());
        short[] weights = shorts(PieceModel.rows() * parts, 1 << 16);
        return new CaptionPrior.Mixture(chosen, style, new MixWeights(parts, weights));
    }

    private short[] shorts(int count, int limit) throws MalformedBitstreamException {
        short[] values = new short[count];
        for (int i = 0; i < count; i++) {
            values[i] = (short) in.decodeUniform(limit);
        }
        return values;
    }
}
