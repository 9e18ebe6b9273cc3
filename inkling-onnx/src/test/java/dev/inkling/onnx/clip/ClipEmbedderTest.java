package dev.inkling.onnx.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.Embedding;
import dev.inkling.ProviderException;
import dev.inkling.image.PictureReader;
import dev.inkling.image.Raster;
import dev.inkling.onnx.NetworkFixture;
import dev.inkling.onnx.models.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClipEmbedderTest {
    private static final String TEXT = "a photo of a cat";

    @TempDir
    private Path folder;

    @Test
    void picturesAndWordsHaveVectors() throws IOException {
        ClipFixture.clip(folder);

        assertThat(picture().dimension()).isEqualTo(64);
        assertThat(text(TEXT).dimension()).isEqualTo(64);
        assertThat(text(TEXT).cosine(text("a photo of a dog"))).isLessThan(0.999);
    }

    /** The same weights in one network: what the other half is given must not matter. */
    @Test
    void oneNetworkWithBothHalvesGivesTheSame() throws IOException {
        ClipFixture.clip(folder);
        Embedding picture = picture();
        Path other = folder.resolve("combined");
        ClipFixture.combined(other);

        assertThat(picture(other).cosine(picture)).isCloseTo(1, within(1e-9));
        try (ClipTextEmbedder words = new ClipTextEmbedder(new ModelFolder(other), 1)) {
            List<Embedding> together = words.embed(List.of("a cat", "a dog"));
            assertThat(together.get(1).cosine(words.embed("a dog"))).isCloseTo(1, within(1e-9));
            assertThat(together.get(0).cosine(together.get(1))).isLessThan(0.999);
        }
    }

    @Test
    void paddingDoesNotCountWhereThereAreMasks() throws IOException {
        ClipFixture.clip(folder);

        Embedding padded = text(TEXT);
        Files.writeString(folder.resolve("tokenizer_config.json"), "{\"pad_token\": \"!\"}");
        assertThat(text(TEXT)).isEqualTo(padded);
    }

    /** Whether a network takes 16 tokens or any number, the vectors are those of texts padded to 16. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void paddingIsLeftOutOnlyWhereItDoesNotCount(boolean masks) throws IOException {
        List<String> texts = List.of("a cat", "a photo of a dog", "");
        Path fixed = ClipFixture.open(folder.resolve("fixed"), masks, "16");
        Path open = ClipFixture.open(folder.resolve("open"), masks, "length");

        try (ClipTextEmbedder padded = new ClipTextEmbedder(new ModelFolder(fixed), 1);
                ClipTextEmbedder words = new ClipTextEmbedder(new ModelFolder(open), 1)) {
            List<Embedding> expected = padded.embed(texts);
            List<Embedding> together = words.embed(texts);
            for (int i = 0; i < texts.size(); i++) {
                assertThat(together.get(i).cosine(expected.get(i))).isCloseTo(1, within(1e-9));
                assertThat(words.embed(texts.get(i)).cosine(expected.get(i))).isCloseTo(1, within(1e-9));
            }
        }
    }

    @Test
    void siglipTakesOneTextAtATime() throws IOException {
        ClipFixture.siglip(folder);

        assertThat(picture().dimension()).isEqualTo(64);
        try (ClipTextEmbedder words = new ClipTextEmbedder(new ModelFolder(folder), 1)) {
            assertThat(words.embed(List.of("a cat", "a photo"))).containsExactly(
                    words.embed("A  cat!"), words.embed("a photo"));
        }
    }

    @Test
    void modelsAreNamedByWhatTheyAre() throws IOException {
        ClipFixture.clip(folder);
        try (ClipEmbedder embedder = new ClipEmbedder(new ModelFolder(folder), 1)) {
            assertThat(embedder.model()).matches("vision_model.onnx sha256:[0-9a-f]{64}");
        }
    }

    @Test
    void otherNetworksAreRefused() throws IOException {
        ClipFixture.clip(folder);
        Path network = folder.resolve("onnx/vision_model.onnx");

        fixture("pixel_values").output("pixel_values", "n", "64").writeTo(network);
        assertRefused("expected an output image_embeds or pooler_output, found [pixel_values]");
        fixture("image").writeTo(network, "image", "n");
        assertRefused("expected an input pixel_values, found [image]");
        fixture("pixel_values").integers("steps", "1").node("Relu", "pixel_values", "image_embeds")
                .writeTo(network, "image_embeds", "n", "64");
        assertRefused("its inputs [steps] are not known here");
        fixture("pixel_values").node("Relu", "pixel_values", "image_embeds").writeTo(network, "image_embeds", "n");
        assertRefused("expected 1 vectors NxD as image_embeds, found 1x3x32x32");
        fixture("pixel_values").mean("pixel_values", "image_embeds", 1L, 2L).writeTo(network, "image_embeds", "n", "32");
        assertRefused("its vectors have 32 numbers, 64 to 2048 are possible");
    }

    @Test
    void vectorsBeforeTheProjectionAreRefused() throws IOException {
        ClipFixture.clip(folder);
        Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"clip\", \"projection_dim\": 512}");
        assertRefused("its vectors have 64 numbers, but the projection that config.json speaks of has 512");
        Files.writeString(folder.resolve("config.json"), "{\"vision_config\": {\"image_size\": -1}}");
        assertRefused("its config.json speaks of 77 tokens and pictures of -1 pixels");
    }

    @Test
    void missingPartsAreNamed() throws IOException {
        ClipFixture.clip(folder);
        Files.delete(folder.resolve("onnx/vision_model.onnx"));
        assertRefused("expected onnx/vision_model.onnx or vision_model.onnx or onnx/model.onnx or model.onnx in it");
        Files.delete(folder.resolve("preprocessor_config.json"));
        assertRefused("expected preprocessor_config.json in it");
    }

    private static NetworkFixture fixture(String input) {
        return new NetworkFixture().floats(input, "n", "3", "32", "32");
    }

    private void assertRefused(String message) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(this::picture)
                .withMessageContaining(message);
    }

    private Embedding picture() throws IOException {
        return picture(folder);
    }

    private static Embedding picture(Path model) throws IOException {
        Raster photograph = PictureReader.read(Path.of("..", "testdata", "images", "chelsea.png"));
        try (ClipEmbedder embedder = new ClipEmbedder(new ModelFolder(model), 1)) {
            return embedder.embed(photograph);
        }
    }

    private Embedding text(String text) throws IOException {
        try (ClipTextEmbedder words = new ClipTextEmbedder(new ModelFolder(folder), 1)) {
            return words.embed(text);
        }
    }
}
