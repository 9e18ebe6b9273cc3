package dev.inkling.text;

import dev.inkling.entropy.RangeEncoder;
import java.util.List;

/** Packs a prior for {@link PriorReader}. */
final class PriorWriter {
    private final RangeEncoder out = new RangeEncoder();

    private PriorWriter() {}

    /**
     * @param tables   all tables that the mixtures use
     * @param mixtures for prose and for word lists
     */
    static byte[] write(PieceTrainer.Numbered pieces, List<NgramTable> tables, List<CaptionPrior.Mixture> mixtures) {
        PriorWriter writer = new PriorWriter();
        writer.shorts(pieces.ofByte(), Pieces.COUNT);
        writer.shorts(pieces.lefts(), Pieces.COUNT);
        writer.shorts(pieces.rights(), Pieces.COUNT);
        writer.shorts(pieces.results(), Pieces.COUNT);
        for (long share : NgramTableBuilder.shares()) {
            writer.out.encodeUniform((int) (share >> 15), 1 << 16);
            writer.out.encodeUniform((int) (share & 0x7fff), 1 << 15);
        }
        writer.out.encodeUniform(tables.size(), 16);
        tables.forEach(table -> NgramTableWriter.write(table, writer.out));
        writer.out.encodeUniform(mixtures.size(), 16);
        mixtures.forEach(mixture -> writer.mixture(mixture, tables));
        return writer.out.finish();
    }

    private void mixture(CaptionPrior.Mixture mixture, List<NgramTable> tables) {
        out.encodeUniform(mixture.tables().size(), 16);
        mixture.tables().forEach(table -> out.encodeUniform(tables.indexOf(table), 16));
        out.encodeUniform(tables.indexOf(mixture.style()), 16);
        shorts(mixture.weights().units(), 1 << 16);
    }

    private void shorts(short[] values, int limit) {
        for (short value : values) {
            out.encodeUniform(value & 0xffff, limit);
        }
    }
}
