package dev.inkling.text;

import dev.inkling.text.TrainingCorpus.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the shipped prior of keyword sets; {@code training/train-keyword-sets.sh} runs it. The same texts give the same
 * bytes on any machine.
 */
final class TrainKeywordSets {
    private TrainKeywordSets() {}

    /** Arguments: the training texts, the file to write. */
    public static void main(String[] args) throws IOException {
        TrainingCorpus corpus = TrainingCorpus.read(Path.of(args[0]));
        List<KeywordTrainer.Source> lists = new ArrayList<>();
        for (Section section : Section.values()) {
            for (String text : corpus.texts(section)) {
                List<String> words = WordListCorpus.words(text);
                if (!words.isEmpty()) {
                    lists.add(new KeywordTrainer.Source(words, relevance(section), section == Section.GLOSS));
                }
            }
        }
        Files.write(Path.of(args[1]), KeywordPriorWriter.write(KeywordTrainer.train(lists)));
    }

    private static double relevance(Section section) {
        return switch (section) {
            case IIW -> 2;
            case DPG, IDT -> 1.5;
            case VBENCH -> 1;
            case LVLM -> 0.7;
            case COCO -> 0.5;
            case SHORT -> 0.4;
            case GLOSS -> 0.04;
        };
    }
}
