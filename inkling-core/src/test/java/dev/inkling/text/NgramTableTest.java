package dev.inkling.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.MalformedBitstreamException;
import dev.inkling.entropy.RangeDecoder;
import dev.inkling.entropy.RangeEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NgramTableTest {
    private static final int NODES = 3_000;

    private final Pieces pieces = CaptionPrior.shipped().pieces();
    private final NgramTable table = table();

    private NgramTable table() {
        List<KneserNeyTrainer.Document> documents = LayoutCorpus.texts(100).stream()
                .map(text -> new KneserNeyTrainer.Document(pieces(text), 1))
                .toList();
        return KneserNeyTrainer.train(documents, pieces.ofByte(Marks.START), NODES);
    }

    private int[] pieces(String text) {
        return PieceCutter.cut(
                CaseFolder.fold(text.getBytes(StandardCharsets.UTF_8), SentenceStart.ofProse()), pieces);
    }

    @Test
    void trainingKeepsAboutAsManyNodesAsAsked() {
        assertThat(table.size()).isBetween(1 + Pieces.COUNT + NODES / 2, 1 + Pieces.COUNT + NODES);
    }

    @Test
    void unpackedTableIsTheSame() throws MalformedBitstreamException {
        RangeEncoder out = new RangeEncoder();
        NgramTableWriter.write(table, out);
        byte[] packed = out.finish();
        RangeDecoder in = new RangeDecoder(packed, 0, packed.length);
        NgramTable unpacked = NgramTableReader.read(in, NgramTableBuilder.shares());
        in.finish();
        assertThat(unpacked.size()).isEqualTo(table.size());
        assertThat(unpacked.parents()).isEqualTo(table.parents());
        for (int node = 0; node < table.size(); node++) {
            assertThat(unpacked.piece(node)).isEqualTo(table.piece(node));
            assertThat(unpacked.first(node)).isEqualTo(table.first(node));
            assertThat(unpacked.end(node)).isEqualTo(table.end(node));
            if (node > Pieces.COUNT) {
                assertThat(unpacked.code(node)).isEqualTo(table.code(node));
            }
        }
    }

    @Test
    void everyNodeHasOneParent() {
        int next = 1;
        for (int node = 0; node < table.parents(); node++) {
            assertThat(table.first(node)).isEqualTo(next);
            next = table.end(node);
        }
        assertThat(next).isEqualTo(table.size());
    }

    @Test
    void probabilitiesSumToOne() {
        NgramContext context = new NgramContext(table);
        context.accept(pieces.ofByte(Marks.START));
        for (int piece : pieces("A bright, busy picture. Large dark gray")) {
            context.accept(piece);
            long sum = 0;
            for (int next = 0; next < Pieces.COUNT; next++) {
                sum += context.probability(next);
            }
            assertThat(sum).isBetween(NgramTable.ONE / 1000 * 999, NgramTable.ONE / 1000 * 1001);
        }
        assertThat(context.matched()).isEqualTo(4);
    }
}
