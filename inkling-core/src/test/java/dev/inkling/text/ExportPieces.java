package dev.inkling.text;

import dev.inkling.text.TrainingCorpus.Section;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the training texts cut into pieces, for the network's trainer: for each text its set (0 to 7, in
 * the order of {@link Section}), its number within the set, its characters, how many pieces follow, then the pieces;
 * 32-bit big-endian integers. The first text is a made-up one that holds the start and the end alone.
 */
final class ExportPieces {
    private ExportPieces() {}

    /** Arguments: the training texts, the file to write. */
    public static void main(String[] args) throws IOException {
        TrainingCorpus corpus = TrainingCorpus.read(Path.of(args[0]));
        Pieces pieces = new TrainCaptionPrior(corpus).pieces();
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[1]))))) {
            write(out, 0, -1, 0, new int[] {pieces.ofByte(Marks.START), pieces.ofByte(Marks.END)});
            int set = 0;
            for (Section section : Section.values()) {
                List<String> texts = corpus.texts(section);
                for (int i = 0; i < texts.size(); i++) {
                    byte[] utf8 = texts.get(i).getBytes(StandardCharsets.UTF_8);
                    int[] cut = PieceCutter.cut(CaseFolder.fold(utf8, TextKind.PROSE.sentenceStart()), pieces);
                    write(out, set, i, texts.get(i).length(), cut);
                }
                set++;
            }
        }
    }

    private static void write(DataOutputStream out, int set, int number, int characters, int[] pieces)
            throws IOException {
        out.writeInt(set);
        out.writeInt(number);
        out.writeInt(characters);
        out.writeInt(pieces.length);
        for (int piece : pieces) {
            out.writeInt(piece);
        }
    }
}
