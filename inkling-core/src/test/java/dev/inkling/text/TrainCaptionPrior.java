package dev.inkling.text;

import dev.inkling.text.KneserNeyTrainer.Document;
import dev.inkling.text.TrainingCorpus.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes the shipped caption prior; {@code training/train-caption-prior.sh} runs it. The same texts give the same bytes on
 * any machine.
 */
final class TrainCaptionPrior {
    private static final Set<Section> DENSE = EnumSet.of(Section.IIW, Section.DPG, Section.IDT);
    private static final Set<Section> DESCRIPTIONS =
            EnumSet.of(Section.IIW, Section.DPG, Section.IDT, Section.VBENCH, Section.LVLM);
    private static final Set<Section> FOREIGN = EnumSet.of(Section.DPG, Section.IDT);
    private static final int GENERAL_NODES = 1_600_000;
    private static final int DENSE_NODES = 300_000;
    private static final int WORDS_NODES = 150_000;
    /** One dense text in so many is kept from the tables while the weights are fitted. */
    private static final int HELD_OUT = 20;
    /** One text in so many of a foreign set is used for the weights. */
    private static final int FOREIGN_SAMPLE = 10;

    /** A text and where it comes from. */
    private record Source(Section section, int number, String text) {
        boolean heldOut() {
            return DENSE.contains(section) && number % HELD_OUT == HELD_OUT - 1;
        }
    }

    /** The tables of one round. */
    private record Tables(NgramTable general, NgramTable dense, NgramTable words) {
        List<NgramTable> prose() {
            return List.of(general, dense);
        }

        List<NgramTable> lists() {
            return List.of(general, words);
        }

        List<NgramTable> all() {
            return List.of(general, dense, words);
        }
    }

    private final List<Source> sources = new ArrayList<>();
    private final PieceTrainer.Numbered numbered;
    private final Pieces pieces;

    private TrainCaptionPrior(TrainingCorpus corpus) {
        for (Section section : Section.values()) {
            List<String> texts = corpus.texts(section);
            for (int i = 0; i < texts.size(); i++) {
                sources.add(new Source(section, i, texts.get(i)));
            }
        }
        this.numbered = findPieces();
        this.pieces = numbered.pieces();
    }

    /** Arguments: the training texts, the file to write. */
    public static void main(String[] args) throws IOException {
        TrainCaptionPrior trainer = new TrainCaptionPrior(TrainingCorpus.read(Path.of(args[0])));
        byte[] packed = trainer.train();
        Files.write(Path.of(args[1]), packed);
        System.err.println(packed.length + " bytes");
    }

    private PieceTrainer.Numbered findPieces() {
        PieceTrainer trainer = new PieceTrainer();
        for (Source source : sources) {
            if (source.section() != Section.GLOSS || source.number() % 4 == 0) {
                trainer.add(folded(source.text(), TextKind.PROSE), pieceWeight(source.section()));
            }
        }
        Pieces found = trainer.train().pieces();
        long[] frequencies = new long[Pieces.COUNT];
        for (Source source : sources) {
            for (int piece : cut(source.text(), TextKind.PROSE, found)) {
                frequencies[piece] += pieceWeight(source.section());
            }
        }
        return trainer.renumbered(frequencies);
    }

    private static int pieceWeight(Section section) {
        return switch (section) {
            case IIW -> 12;
            case GLOSS -> 1;
            default -> 4;
        };
    }

    private static double relevance(Section section) {
        return switch (section) {
            case IIW -> 4;
            case DPG, IDT -> 2;
            case VBENCH, LVLM -> 1;
            case COCO, SHORT -> 0.7;
            case GLOSS -> 0.15;
        };
    }

    private static byte[] folded(String text, TextKind kind) {
        return CaseFolder.fold(text.getBytes(StandardCharsets.UTF_8), kind.sentenceStart());
    }

    /** The pieces of a text, with the end. */
    private static int[] cut(String text, TextKind kind, Pieces pieces) {
        int[] cut = PieceCutter.cut(folded(text, kind), pieces);
        int[] ended = Arrays.copyOf(cut, cut.length + 1);
        ended[cut.length] = pieces.ofByte(Marks.END);
        return ended;
    }

    private byte[] train() {
        MixTrainer prose = new MixTrainer(2);
        MixTrainer lists = new MixTrainer(2);
        Tables foreign = tables(source -> !FOREIGN.contains(source.section()));
        tune(prose, foreign.prose(), TextKind.PROSE, source -> FOREIGN.contains(source.section()) && source.number() % FOREIGN_SAMPLE == 0);
        Tables heldOut = tables(source -> !source.heldOut());
        tune(prose, heldOut.prose(), TextKind.PROSE, Source::heldOut);
        tune(lists, heldOut.lists(), TextKind.WORDS, Source::heldOut);
        Tables all = tables(source -> true);
        return PriorWriter.write(
                numbered,
                all.all(),
                List.of(
                        new CaptionPrior.Mixture(all.prose(), prose.fit()),
                        new CaptionPrior.Mixture(all.lists(), lists.fit())));
    }

    private Tables tables(Predicate<Source> wanted) {
        List<Document> general = new ArrayList<>();
        List<Document> dense = new ArrayList<>();
        for (Source source : sources) {
            if (wanted.test(source)) {
                Document document = document(source.text(), TextKind.PROSE, relevance(source.section()));
                general.add(document);
                if (DENSE.contains(source.section())) {
                    dense.add(document);
                }
            }
        }
        List<Document> words = lists(wanted).stream().map(text -> document(text, TextKind.WORDS, 1)).toList();
        return new Tables(table(general, GENERAL_NODES), table(dense, DENSE_NODES), table(words, WORDS_NODES));
    }

    private NgramTable table(List<Document> documents, int nodes) {
        return KneserNeyTrainer.train(documents, pieces.ofByte(Marks.START), nodes);
    }

    private Document document(String text, TextKind kind, double relevance) {
        int[] ended = cut(text, kind, pieces);
        int[] whole = new int[ended.length + 1];
        whole[0] = pieces.ofByte(Marks.START);
        System.arraycopy(ended, 0, whole, 1, ended.length);
        return new Document(whole, relevance);
    }

    private List<String> lists(Predicate<Source> wanted) {
        List<String> texts = sources.stream()
                .filter(source -> DESCRIPTIONS.contains(source.section()) && wanted.test(source))
                .map(Source::text)
                .toList();
        WordListCorpus corpus = new WordListCorpus(texts);
        return texts.stream().flatMap(text -> corpus.draw(text).stream()).toList();
    }

    private void tune(MixTrainer trainer, List<NgramTable> tables, TextKind kind, Predicate<Source> wanted) {
        MixWeights none = new MixWeights(PieceModel.parts(tables.size()), new short[0]);
        List<String> texts = kind.words()
                ? lists(wanted)
                : sources.stream().filter(wanted).map(Source::text).toList();
        texts.forEach(text -> trainer.add(new PieceModel(tables, none, pieces), cut(text, kind, pieces)));
    }
}
