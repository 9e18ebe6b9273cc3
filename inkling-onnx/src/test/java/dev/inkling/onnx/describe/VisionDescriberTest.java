package dev.inkling.onnx.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.onnx.NetworkFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks with the signatures of published ones; what they see is how red, green and blue a place is. */
class VisionDescriberTest {
    private static final ImageSize SIZE = new ImageSize(48, 32);

    @TempDir
    private Path folder;

    /** Red across the top, green below. */
    private final Raster landscape = picture(0xc42228, 0x3c8440);

    @Test
    void segmentersNameAreas() throws IOException {
        names("roof\nlawn, grass\nsea\n");
        Path model = segmenter();

        assertThat(describe(landscape, model)).contains("Huge red roof ", "Huge green lawn ").doesNotContain("sea");
        assertThat(describe(picture(0x3c8440, 0x2f66c4), model)).contains(" green lawn ", " blue sea ");
    }

    @Test
    void whatIsNoKindIsNotNamed() throws IOException {
        names("other\nlawn\nsea\n");

        assertThat(describe(landscape, segmenter())).contains("Huge green lawn ", "Huge red across the top.");
    }

    @Test
    void segmentersMayAnswerKinds() throws IOException {
        names("roof\nlawn\nsea\n");
        Path model = new NetworkFixture().floats("image", "1", "3", "32", "48")
                .node("ArgMax", "image", "labels", NetworkFixture.integer("axis", 1), NetworkFixture.integer("keepdims", 0))
                .integerOutput("labels", "1", "32", "48")
                .writeTo(folder.resolve("model.onnx"));

        assertThat(describe(landscape, model)).contains(" red roof ", " green lawn ");
    }

    @Test
    void kindsWithoutANameAreRefused() throws IOException {
        names("roof\n");
        Path model = new NetworkFixture().floats("image", "1", "3", "32", "48")
                .node("ArgMax", "image", "labels", NetworkFixture.integer("axis", 1), NetworkFixture.integer("keepdims", 0))
                .integerOutput("labels", "1", "32", "48")
                .writeTo(folder.resolve("model.onnx"));

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> describe(landscape, model))
                .withMessage("model.onnx: its answer has the kind 1, but there are names for 1");
    }

    @Test
    void answersOfOtherKindsAreRefused() throws IOException {
        names("roof\nlawn\nsea\n");
        Path model = new NetworkFixture().floats("image", "1", "3", "32", "48")
                .node("Cast", "image", "labels", NetworkFixture.integer("to", 7))
                .integerOutput("labels", "1", "3", "32", "48")
                .writeTo(folder.resolve("model.onnx"));

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> describe(landscape, model))
                .withMessage("model.onnx: expected an answer of 1x3xHxW floats or 1xHxW integers, found 1x3x32x48");
    }

    @Test
    void classifiersNameTheWhole() throws IOException {
        names("background\nroof\nlawn\nsea\n");
        Path model = classifier(9);

        assertThat(describe(picture(0xc42228, 0xc42228), model)).startsWith("A dim, smooth picture of a roof");
        assertThat(describe(picture(0x2f66c4, 0x2f66c4), model)).contains(" picture of a sea");
    }

    @Test
    void unsureClassifiersSayNothing() throws IOException {
        names("roof\nlawn\nsea\n");

        assertThat(describe(landscape, classifier(0.01f))).contains(" picture").doesNotContain(" picture of ");
    }

    @Test
    void severalNetworksSayEachThingOnce() throws IOException {
        names("roof\nlawn\nsea\n");
        Path segmenter = segmenter();
        Path copy = Files.copy(segmenter, folder.resolve("copy.onnx"));

        assertThat(describe(landscape, segmenter, copy)).isEqualTo(describe(landscape, segmenter));
        assertThat(describe(picture(0xc42228, 0xc42228), segmenter, classifier(9)))
                .contains(" picture of a roof", " red roof ");
    }

    @Test
    void foldersSayHowTheyAreUsed() throws IOException {
        Files.createDirectories(folder.resolve("onnx"));
        Files.writeString(folder.resolve("config.json"),
                "{\"id2label\": {\"0\": \"roof\", \"1\": \"lawn\", \"2\": \"sea\"}}");
        Files.writeString(folder.resolve("preprocessor_config.json"), """
                {"size": {"height": 16, "width": 16}, "resample": 2, "image_mean": [0.5, 0.5, 0.5],
                 "image_std": [0.5, 0.5, 0.5]}
                """);
        new NetworkFixture().floats("pixel_values", "b", "3", "h", "w")
                .node("Identity", "pixel_values", "logits")
                .writeTo(folder.resolve("onnx/model.onnx"), "logits", "b", "3", "h", "w");

        assertThat(describe(landscape, folder)).contains(" red roof ", " green lawn ");
    }

    @Test
    void namesMustFit() throws IOException {
        Path model = segmenter();
        assertRefused(model, "expected the names of its kinds beside it, one a line, in model.txt or labels.txt");
        names("roof\nlawn\n");
        assertRefused(model, "expected 3 names in labels.txt, found 2");
        Files.writeString(folder.resolve("model.txt"), "a\nb\nc\nd\n");
        assertRefused(model, "expected 3 names in model.txt, found 4");
    }

    @Test
    void otherNetworksAreRefused() throws IOException {
        names("a\nb\n");
        Path two = new NetworkFixture().floats("one", "1", "3", "8", "8").floats("other", "1", "3", "8", "8")
                .node("Add", "one,other", "sum").writeTo(folder.resolve("two.onnx"), "sum", "1", "3", "8", "8");
        assertRefused(two, "expected inputs [1x3x8x8 of FLOAT], found one 1x3x8x8 of FLOAT, other");
        Path scalar = new NetworkFixture().floats("image", "1", "3", "8", "8")
                .mean("image", "mean", 0L, 1L, 2L, 3L).writeTo(folder.resolve("scalar.onnx"), "mean");
        assertRefused(scalar, "expected a detector (1x3xHxW to 1xROWSx(5+KINDS)), a segmenter");
        assertRefused(folder.resolve("nowhere.onnx"), "there is no file to read");
        assertThatIllegalArgumentException().isThrownBy(() -> new VisionDescriber(List.of(), 1));
    }

    private static void assertRefused(Path model, String message) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> new VisionDescriber(List.of(model), 1).close())
                .withMessageStartingWith(model.getFileName() + ": ")
                .withMessageContaining(message);
    }

    private void names(String lines) throws IOException {
        Files.writeString(folder.resolve("labels.txt"), lines);
    }

    private Path segmenter() throws IOException {
        return new NetworkFixture().floats("image", "1", "3", "32", "48")
                .node("Identity", "image", "scores")
                .writeTo(folder.resolve("model.onnx"), "scores", "1", "3", "32", "48");
    }

    private Path classifier(float certainty) throws IOException {
        return new NetworkFixture().floats("image", "1", "3", "32", "48")
                .constants("certainty", new float[] {certainty}, 1)
                .mean("image", "means", 2L, 3L)
                .node("Mul", "means,certainty", "scores")
                .writeTo(folder.resolve("classifier.onnx"), "scores", "1", "3");
    }

    private static String describe(Raster picture, Path... models) throws IOException {
        try (VisionDescriber describer = new VisionDescriber(List.of(models), 1)) {
            return describer.describe(picture, 40);
        }
    }

    private static Raster picture(int above, int below) {
        byte[] rgb = new byte[Raster.byteCount(SIZE)];
        for (int i = 0; i < rgb.length; i++) {
            int colour = i < rgb.length / 2 ? above : below;
            rgb[i] = (byte) (colour >> 16 - 8 * (i % 3));
        }
        return Raster.wrap(SIZE, rgb);
    }
}
