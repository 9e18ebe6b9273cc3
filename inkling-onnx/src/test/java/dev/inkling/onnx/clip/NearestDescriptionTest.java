package dev.inkling.onnx.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inkling.Embedding;
import dev.inkling.Generator;
import dev.inkling.Layer;
import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.onnx.models.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearestDescriptionTest {
    private static final List<String> VOCABULARY = List.of("cat", "dog", "photo", "tree", "sea", "red", "big");
    private static final ImageSize SIZE = new ImageSize(4, 3);

    @TempDir
    private Path folder;

    private Path cache;
    private final List<Integer> heard = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        ClipFixture.clip(folder.resolve("clip"));
        cache = folder.resolve("cache");
    }

    private NearestDescription open() throws ProviderException {
        return new NearestDescription(
                new ModelFolder(folder.resolve("clip")), VOCABULARY, cache, 1, (done, total) -> heard.add(done));
    }

    private Embedding vector(String text) throws IOException {
        try (ClipTextEmbedder words = new ClipTextEmbedder(new ModelFolder(folder.resolve("clip")), 1)) {
            return words.embed(text);
        }
    }

    @Test
    void findsTheVeryWords() throws IOException {
        try (NearestDescription descriptions = open()) {
            for (String word : VOCABULARY) {
                NearestDescription.Found found = descriptions.describe(vector("a photo of " + word));
                assertThat(found.text()).isEqualTo("a photo of " + word);
                assertThat(found.cosine()).isGreaterThan(0.999999);
            }
        }
    }

    @Test
    void addsWordsAsLongAsTheyHelp() throws IOException {
        Embedding both = vector("a photo of tree, dog");

        try (NearestDescription descriptions = open()) {
            NearestDescription.Found found = descriptions.describe(both);
            assertThat(found.text()).contains(",");
            for (String word : VOCABULARY) {
                assertThat(vector("a photo of " + word).cosine(both)).isLessThan(found.cosine());
                assertThat(vector(found.text() + ", " + word).cosine(both)).isLessThanOrEqualTo(found.cosine());
            }
        }
    }

    @Test
    void vectorsOfTheVocabularyAreKept() throws IOException {
        Embedding dog = vector("a photo of dog");
        NearestDescription.Found first;
        try (NearestDescription descriptions = open()) {
            first = descriptions.describe(dog);
        }
        assertThat(heard).containsExactly(VOCABULARY.size());
        try (NearestDescription descriptions = open()) {
            assertThat(descriptions.describe(dog)).isEqualTo(first);
        }
        assertThat(heard).hasSize(1);

        Path kept = keptFiles().get(0);
        Files.write(kept, new byte[100]);
        try (NearestDescription descriptions = open()) {
            assertThat(descriptions.describe(dog)).isEqualTo(first);
        }
        assertThat(heard).hasSize(2);
        assertThat(keptFiles()).containsExactly(kept);
    }

    private List<Path> keptFiles() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }

    @Test
    void vectorsOfOtherModelsAreRefused() throws IOException {
        double[] numbers = new double[96];
        numbers[3] = 1;

        try (NearestDescription descriptions = open()) {
            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(() -> descriptions.describe(Embedding.of(numbers)))
                    .withMessage("clip: its vectors have 64 numbers, but that of the file has 96: another model made it");
        }
    }

    @Test
    void generatorsGetWordsForVectors() throws IOException {
        Layer vector = new Layer.Vector(vector("a photo of dog"), null);
        Layer tiny = new Layer.Picture(Raster.wrap(new ImageSize(1, 1), new byte[3]), 5);
        Layer words = new Layer.Prose("a photo of dog");
        Layer own = new Layer.Prose("a dog");
        List<List<Layer>> given = new ArrayList<>();
        List<String> stages = new ArrayList<>();

        try (NearestDescription descriptions = open()) {
            Generator generator = new DescribingGenerator((layers, size) -> {
                given.add(layers);
                return new Generator.Generated(Raster.wrap(size, new byte[3 * 12]), List.of("painted"));
            }, descriptions, stages::add);
            assertThat(generator.understands(vector)).isTrue();
            assertThat(generator.generate(List.of(vector), SIZE).notes()).containsExactly(
                    "words for the vector: \"a photo of dog\" (cosine 1.000)", "painted");
            assertThat(stages).containsExactly("describing", "generating");
            generator.generate(List.of(tiny, vector), SIZE);
            generator.generate(List.of(own, tiny, vector), SIZE);
            generator.generate(List.of(own), SIZE);
        }
        assertThat(given).containsExactly(List.of(words), List.of(words, tiny), List.of(own, tiny), List.of(own));
    }
}
