package dev.inkling.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The texts that the caption prior is trained on, by set. The file holds the sets one after another. */
final class TrainingCorpus {
    /** The sets, in file order, each with its number of lines. */
    enum Section {
        IIW(1_987),
        DPG(1_065),
        VBENCH(8_193),
        IDT(258),
        COCO(24_789),
        SHORT(14_436),
        LVLM(7_841),
        GLOSS(116_382);

        private final int lines;

        Section(int lines) {
            this.lines = lines;
        }
    }

    private final Map<Section, List<String>> texts = new EnumMap<>(Section.class);

    static TrainingCorpus read(Path gzip) throws IOException {
        TrainingCorpus corpus = new TrainingCorpus();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(gzip)), StandardCharsets.UTF_8))) {
            for (Section section : Section.values()) {
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < section.lines; i++) {
                    String line = lines.readLine();
                    if (line == null) {
                        throw new IOException("the training file ends within " + section);
                    }
                    texts.add(line.strip());
                }
                corpus.texts.put(section, List.copyOf(texts));
            }
        }
        return corpus;
    }

    List<String> texts(Section section) {
        return texts.get(section);
    }
}
