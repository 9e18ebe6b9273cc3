package dev.inkling.onnx.clip;

import dev.inkling.Embedding;
import dev.inkling.image.PictureReader;
import dev.inkling.onnx.ModelFile;
import dev.inkling.onnx.models.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints vectors and tokens for {@code training/check-clip.py}, which compares them with its own. */
public final class MeasureVectors {
    private static final int CONTEXT = 77;

    private MeasureVectors() {}

    /** @param args folder for the models, file of texts, a line each; published merges, or -; pictures */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        List<String> texts = Files.readAllLines(Path.of(args[1]));
        List<String> pictures = Arrays.asList(args).subList(3, args.length);
        measure(ClipFixture.clip(folder.resolve("clip")), texts, pictures);
        measure(ClipFixture.combined(folder.resolve("combined")), texts, pictures);
        measure(ClipFixture.siglip(folder.resolve("siglip")), texts, pictures);
        if (!args[2].equals("-")) {
            Tokenizer tokenizer = Tokenizer.ofMerges(ModelFile.of(Path.of(args[2])));
            for (String text : texts) {
                print("merges", text, Arrays.toString(tokenizer.padded(text, CONTEXT)).replaceAll("[\\[\\],]", ""));
            }
        }
    }

    private static void measure(Path model, List<String> texts, List<String> pictures) throws IOException {
        String name = model.getFileName().toString();
        ModelFolder folder = new ModelFolder(model);
        try (ClipEmbedder embedder = new ClipEmbedder(folder, 2);
                ClipTextEmbedder words = new ClipTextEmbedder(folder, 2)) {
            for (String picture : pictures) {
                print(name + " picture", picture, numbers(embedder.embed(PictureReader.read(Path.of(picture)))));
            }
            for (String text : texts) {
                print(name + " text", text, numbers(words.embed(text)));
            }
        }
    }

    private static String numbers(Embedding vector) {
        return IntStream.range(0, vector.dimension())
                .mapToObj(i -> Float.toString(vector.component(i)))
                .collect(Collectors.joining(" "));
    }

    private static void print(String kind, String subject, String numbers) {
        System.out.println(kind + "\t" + subject + "\t" + numbers);
    }
}
