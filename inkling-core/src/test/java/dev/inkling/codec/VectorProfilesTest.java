package dev.inkling.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.inkling.Calibration;
import dev.inkling.Embedding;
import dev.inkling.Layer;
import dev.inkling.LayerType;
import dev.inkling.ProviderException;
import dev.inkling.TestPictures;
import dev.inkling.TestVectors;
import dev.inkling.UnsupportedBitstreamException;
import dev.inkling.classical.ClassicalGenerator;
import dev.inkling.classical.LayoutDescriber;
import dev.inkling.classical.WordCondenser;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles with a vector, on files that a fresh decoder reads. */
class VectorProfilesTest {
    private static final Raster PICTURE = TestPictures.scene(new ImageSize(512, 512));
    private static final Embedding VECTOR = TestVectors.gaussian(768, 1);

    private static Encoder encoder() {
        return new Encoder(new LayoutDescriber(), new WordCondenser(), new ClassicalGenerator());
    }

    private static Encoded encode(Profile profile, RateTarget rate) throws ProviderException {
        return encoder().withVectors(picture -> VECTOR, null)
                .encode(PICTURE, new EncodeOptions(profile, rate, false));
    }

    /** One bit a dimension, header, size and check included. */
    @Test
    void a768DimensionsTake96Bytes() throws IOException {
        Encoded encoded = encode(Profile.CLIP, new RateTarget.BitsPerDimension(1));

        assertThat(encoded.bitstream()).hasSizeBetween(95, 96);
        assertThat(vector(encoded).cosine(VECTOR)).isGreaterThan(0.84);
        assertThat(encoded.budget().bits()).isEqualTo(8L * encoded.bitstream().length);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 96, 144, 300})
    void coloursComeBeforeTheVector(int bytes) throws IOException {
        Encoded encoded = encode(Profile.CLIP_COLOR, new RateTarget.Bytes(bytes));

        assertThat(encoded.bitstream()).hasSizeBetween(bytes - 3, bytes);
        assertThat(encoded.contents().layers()).extracting(Layer::type)
                .containsExactly(LayerType.PICTURE, LayerType.VECTOR);
        assertThat(encoded.budget().byName().get("picture") / 8).isBetween(8L, 60L);
        assertThat(encoded.budget().bits()).isEqualTo(8L * encoded.bitstream().length);
        assertThat(Codecs.psnr(PICTURE, encoded)).isGreaterThan(14);
    }

    @Test
    void calibratedVectorsNeedTheirCalibration() throws IOException {
        List<Embedding> vectors = TestVectors.nearSubspace(300, 128, 6, 0.05, 2);
        Calibration calibration = Calibrator.learn(vectors, 6, () -> {});
        Encoder encoder = encoder().withVectors(picture -> vectors.get(0), calibration);

        byte[] file = encoder
                .encode(PICTURE, new EncodeOptions(Profile.CLIP_COLOR, new RateTarget.Bytes(40), false))
                .bitstream();

        Decoder knowing = new Decoder(new ClassicalGenerator(), 1 << 20, List.of(calibration));
        assertThat(knowing.decode(file).contents().layers().get(1))
                .isEqualTo(VectorFile.decode(file, List.of(calibration)));
        assertThat(VectorFile.decode(file, List.of(calibration)).calibration()).isEqualTo(calibration.id());
        assertThatExceptionOfType(UnsupportedBitstreamException.class)
                .isThrownBy(() -> Codecs.decoder().decode(file))
                .withMessageContaining(calibration.id());
    }

    @Test
    void calibrationsOfOtherVectorsAreRefused() {
        Calibration calibration = Calibrator.learn(TestVectors.nearSubspace(300, 96, 6, 0.05, 2), 6, () -> {});
        Encoder encoder = encoder().withVectors(picture -> VECTOR, calibration);

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> encoder.encode(
                        PICTURE, new EncodeOptions(Profile.CLIP, new RateTarget.Bytes(96), false)))
                .withMessageContaining("it makes vectors of 768 components, but calibration")
                .withMessageContaining("is for 96");
    }

    @Test
    void generatorsWithoutAnIdeaOfVectorsSaySo() throws IOException {
        Decoder decoder = new Decoder(new ClassicalGenerator(), 1 << 20);
        byte[] clip = encode(Profile.CLIP, new RateTarget.Bytes(96)).bitstream();
        byte[] colours = encode(Profile.CLIP_COLOR, new RateTarget.Bytes(96)).bitstream();

        assertThatExceptionOfType(UnsupportedBitstreamException.class)
                .isThrownBy(() -> decoder.decode(clip))
                .withMessage("layer: found a vector alone; this generator makes no picture of it; name the CLIP that says"
                        + " what a vector shows (--embedder), or a generator for vectors (--generator)");
        assertThat(decoder.decode(colours).notes()).singleElement().asString()
                .startsWith("the vector was not used; name the CLIP");
        assertThat(Codecs.decoder().decode(colours).notes()).isEmpty();
    }

    @Test
    void vectorsTakeAnEmbedder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder().encode(
                        PICTURE, new EncodeOptions(Profile.CLIP, new RateTarget.Bytes(96), false)))
                .withMessage("the profile clip takes an embedder");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EncodeOptions(Profile.TEXT, new RateTarget.BitsPerDimension(1), false))
                .withMessage("files of the profile text hold no vector");
    }

    @Test
    void saysWhatItIsBusyWith() throws IOException {
        List<EncodeStage> stages = new ArrayList<>();
        new Encoder(new LayoutDescriber(), new WordCondenser(), new ClassicalGenerator(), stages::add)
                .withVectors(picture -> VECTOR, null)
                .encode(PICTURE, new EncodeOptions(Profile.CLIP_COLOR, new RateTarget.Bytes(96), false));

        assertThat(stages).containsExactly(
                EncodeStage.EMBEDDING, EncodeStage.SHRINKING, EncodeStage.PICTURE_SEARCH, EncodeStage.VECTOR_LAYER);
    }

    private static Embedding vector(Encoded encoded) throws IOException {
        return VectorFile.decode(encoded.bitstream(), List.of()).embedding();
    }
}
