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
    private static final int PICTURE_NODES = 650_000;
    private static final int GLOSS_NODES = 300_000;
    private static final int DENSE_NODES = 160_000;
    private static final int WORDS_NODES = 48_000;
    private static final int LAYOUT_NODES = 12_000;
    private static final int LAYOUT_TEXTS = 3_000;
    /** Tables in a mixture. */
    private static final int MIXED = 3;

    /** A text and where it comes from. */
    private record Source(Section section, int number, String text) {
        /**
         * Whether the tables do not see it while the weights are fitted: a part of the closest set, and the whole of
         * another one, since real describers have a style of their own too.
         */
        boolean heldOut() {
            return section == Section.DPG || section == Section.IIW && number % 20 == 19;
        }

        /** Whether the weights are fitted on it. */
        boolean tunes() {
            return section == Section.DPG ? number % 10 == 0 : heldOut();
        }
    }

    /**
     * The tables of one round.
     *
     * @param pictures all texts about pictures
     * @param glosses  definitions and short captions
     * @param dense    the closest descriptions
     * @param words    word lists
     * @param layout   the layout describer's sentences
     */
    private record Tables(
            NgramTable pictures, NgramTable glosses, NgramTable dense, NgramTable words, NgramTable layout) {
        List<NgramTable> all() {
            return List.of(pictures, glosses, dense, words, layout);
        }

        CaptionPrior.Mixture prose(MixWeights weights) {
            return new CaptionPrior.Mixture(List.of(pictures, glosses, dense), layout, weights);
        }

        CaptionPrior.Mixture lists(MixWeights weights) {
            return new CaptionPrior.Mixture(List.of(pictures, glosses, words), layout, weights);
        }
    }

    private final List<Source> sources = new ArrayList<>();
    private final PieceTrainer.Numbered numbered;
    private final Pieces pieces;

    TrainCaptionPrior(TrainingCorpus corpus) {
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
            case IIW -> 2;
            case DPG, IDT -> 1.5;
            case VBENCH, LVLM -> 1;
            case COCO, SHORT -> 0.7;
            case GLOSS -> 0.35;
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

    /** The mixture of tables that have seen as much as the network has, its weights fitted on the rest. */
    CaptionPrior.Mixture heldOutMixture() {
        MixTrainer trainer = new MixTrainer(MIXED);
        Tables tables = tables(source -> !source.tunes());
        tune(trainer, tables.prose(MixTrainer.even(MIXED)), TextKind.PROSE, Source::tunes);
        return tables.prose(trainer.fit());
    }

    /** The texts that neither the tables of {@link #heldOutMixture} nor the network have seen, as pieces. */
    List<int[]> tuningTexts() {
        return sources.stream()
                .filter(Source::tunes)
                .map(source -> PieceCutter.cut(folded(source.text(), TextKind.PROSE), pieces))
                .toList();
    }

    Pieces pieces() {
        return pieces;
    }

    private byte[] train() {
        MixTrainer prose = new MixTrainer(MIXED);
        MixTrainer lists = new MixTrainer(MIXED);
        MixWeights even = MixTrainer.even(MIXED);
        Tables heldOut = tables(source -> !source.heldOut());
        tune(prose, heldOut.prose(even), TextKind.PROSE, Source::tunes);
        tune(lists, heldOut.lists(even), TextKind.WORDS, Source::tunes);
        Tables all = tables(source -> true);
        return PriorWriter.write(numbered, all.all(), List.of(all.prose(prose.fit()), all.lists(lists.fit())));
    }

    private Tables tables(Predicate<Source> wanted) {
        List<Document> words = lists(wanted).stream().map(text -> document(text, TextKind.WORDS, 1)).toList();
        List<Document> layout = LayoutCorpus.texts(LAYOUT_TEXTS).stream()
                .map(text -> document(text, TextKind.PROSE, 1))
                .toList();
        return new Tables(
                table(documents(wanted, EnumSet.complementOf(EnumSet.of(Section.GLOSS))), PICTURE_NODES),
                table(documents(wanted, EnumSet.of(Section.GLOSS, Section.COCO, Section.SHORT)), GLOSS_NODES),
                table(documents(wanted, DENSE), DENSE_NODES),
                table(words, WORDS_NODES),
                table(layout, LAYOUT_NODES));
    }

    private List<Document> documents(Predicate<Source> wanted, Set<Section> sections) {
        return sources.stream()
                .filter(source -> sections.contains(source.section()) && wanted.test(source))
                .map(source -> document(source.text(), TextKind.PROSE, relevance(source.section())))
                .toList();
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

    private void tune(MixTrainer trainer, CaptionPrior.Mixture mixture, TextKind kind, Predicate<Source> wanted) {
        List<String> texts = kind.words()
                ? lists(wanted)
                : sources.stream().filter(wanted).map(Source::text).toList();
        texts.forEach(text -> trainer.add(new PieceModel(mixture, null, pieces), PieceCutter.cut(folded(text, kind), pieces)));
    }
}
