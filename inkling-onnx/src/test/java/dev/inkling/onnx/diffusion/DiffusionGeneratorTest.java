package dev.inkling.onnx.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.inkling.Embedding;
import dev.inkling.Generator;
import dev.inkling.GeneratorContract;
import dev.inkling.Layer;
import dev.inkling.ProviderException;
import dev.inkling.classical.ClassicalGenerator;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.onnx.NetworkFixture;
import dev.inkling.onnx.models.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffusionGeneratorTest extends GeneratorContract {
    private static final ImageSize SIZE = new ImageSize(64, 64);
    private static final Layer WORDS = new Layer.Prose("a red barn");
    private static final Resources ALL = new Resources(1, Long.MAX_VALUE);

    @TempDir
    private static Path shared;

    private static DiffusionGenerator generator;

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() throws IOException {
        ModelFolder model = new DiffusionFixture(shared).scheduler(DiffusionFixture.TURBO).write();
        generator = new DiffusionGenerator(
                model, DiffusionSettings.DEFAULT, ALL, new ClassicalGenerator(), DiffusionListener.NONE);
    }

    @AfterAll
    static void close() throws ProviderException {
        generator.close();
    }

    @Override
    protected Generator generator() {
        return generator;
    }

    @Test
    void wordsSeedAndSettingsAllCount() throws IOException {
        DiffusionFixture fixture = new DiffusionFixture(folder);
        Raster usual = made(fixture, DiffusionSettings.DEFAULT, WORDS);

        assertThat(made(fixture, DiffusionSettings.DEFAULT, WORDS)).isEqualTo(usual);
        assertThat(List.of(
                made(fixture, DiffusionSettings.DEFAULT, new Layer.Prose("a blue barn")),
                made(fixture, new DiffusionSettings(9, null, null, null, "", 0), WORDS),
                made(fixture, new DiffusionSettings(null, 3.0, null, null, "", 0), WORDS),
                made(fixture, new DiffusionSettings(null, 0.0, null, null, "", 0), WORDS),
                made(fixture, new DiffusionSettings(null, null, null, null, "fog", 0), WORDS),
                made(fixture, new DiffusionSettings(null, null, null, null, "", 1), WORDS))).doesNotHaveDuplicates()
                .doesNotContain(usual);
    }

    @Test
    void withoutGuidanceWhatIsNotWantedDoesNotCount() throws IOException {
        DiffusionFixture fixture = new DiffusionFixture(folder);
        assertThat(made(fixture, new DiffusionSettings(5, 1.0, null, null, "fog", 0), WORDS))
                .isEqualTo(made(fixture, new DiffusionSettings(5, 0.5, null, null, "", 0), WORDS));
    }

    @Test
    void strengthSaysHowMuchOfTheTinyPictureGivesWay() throws IOException {
        DiffusionFixture fixture = new DiffusionFixture(folder);
        Layer dark = tiny(20);
        Layer light = tiny(230);

        double weak = difference(fixture, new DiffusionSettings(20, null, 0.1, null, "", 0), dark, light);
        double strong = difference(fixture, new DiffusionSettings(20, null, 0.9, null, "", 0), dark, light);
        assertThat(weak).isGreaterThan(2 * strong);
        assertThat(strong).isPositive();
    }

    private static double difference(DiffusionFixture fixture, DiffusionSettings settings, Layer one, Layer other)
            throws IOException {
        Raster a = made(fixture, settings, WORDS, one);
        Raster b = made(fixture, settings, WORDS, other);
        double sum = 0;
        for (int i = 0; i < 64 * 64; i++) {
            sum += Math.abs(a.sample(i % 64, i / 64, 1) - b.sample(i % 64, i / 64, 1));
        }
        return sum;
    }

    @Test
    void timestepsAreGivenAsTheNetworkTakesThem() throws IOException {
        DiffusionSettings settings = new DiffusionSettings(5, null, null, null, "", 0);
        Raster integers = made(new DiffusionFixture(folder), settings, WORDS);

        assertThat(made(new DiffusionFixture(folder).timestep(DataType.INT64), settings, WORDS)).isEqualTo(integers);
        assertThat(made(new DiffusionFixture(folder).timestep(DataType.FLOAT, "1"), settings, WORDS))
                .isEqualTo(integers);
        assertThat(made(new DiffusionFixture(folder).timestep(DataType.FLOAT), settings, WORDS)).isEqualTo(integers);
    }

    @Test
    void halfPrecisionIsNearlyTheSame() throws IOException {
        DiffusionSettings settings = new DiffusionSettings(5, null, null, null, "", 0);
        Raster whole = made(new DiffusionFixture(folder), settings, WORDS);
        Raster half = made(new DiffusionFixture(folder).halfPrecision(), settings, WORDS);

        for (int i = 0; i < 64 * 64; i++) {
            assertThat(half.sample(i % 64, i / 64, 0)).isBetween(
                    whole.sample(i % 64, i / 64, 0) - 4, whole.sample(i % 64, i / 64, 0) + 4);
        }
    }

    @Test
    void consistencyModelsAreToldTheGuidance() throws IOException {
        DiffusionFixture fixture = new DiffusionFixture(folder).scheduler(DiffusionFixture.CONSISTENCY).guided();
        Raster usual = made(fixture, DiffusionSettings.DEFAULT, WORDS);

        assertThat(made(fixture, new DiffusionSettings(4, 8.0, null, null, "not wanted", 0), WORDS)).isEqualTo(usual);
        assertThat(made(fixture, new DiffusionSettings(4, 2.0, null, null, "", 0), WORDS)).isNotEqualTo(usual);
    }

    @Test
    void longWordsCountToTheirEndAndAreCutWithANote() throws IOException {
        String most = "a ".repeat(299);
        Generator.Generated fits = generator.generate(List.of(new Layer.Prose(most + "b")), SIZE);
        Generator.Generated other = generator.generate(List.of(new Layer.Prose(most + "c")), SIZE);
        Generator.Generated tooLong = generator.generate(List.of(new Layer.Prose(most + "b d")), SIZE);

        assertThat(fits.notes()).isEmpty();
        assertThat(other.picture()).isNotEqualTo(fits.picture());
        assertThat(tooLong.picture()).isEqualTo(fits.picture());
        assertThat(tooLong.notes()).containsExactly(shared.getFileName()
                + " takes 300 tokens of text; what comes after them in this file's text did not count.");
    }

    @Test
    void coloursOfATinyPictureCanBeHeldOnTo() throws IOException {
        DiffusionFixture fixture = new DiffusionFixture(folder);
        double without = difference(fixture, new DiffusionSettings(20, null, 0.9, null, "", 0), tiny(20), tiny(230));
        double with = difference(fixture, new DiffusionSettings(20, null, 0.9, 1.0, "", 0), tiny(20), tiny(230));
        assertThat(with).isGreaterThan(2 * without);
    }

    @Test
    void filesOfVectorsAloneAreRefused() {
        double[] values = new double[64];
        values[3] = 1;
        List<Layer> layers = List.of(new Layer.Vector(Embedding.of(values), null));

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> generator.generate(layers, SIZE))
                .withMessageEndingWith(": needs words or a tiny picture, which this file does not have; an unCLIP model"
                        + " makes pictures of vectors");
    }

    @Test
    void listenersHearOfNetworksAndStepsAndMayEndThePicture() throws IOException {
        List<String> heard = new ArrayList<>();
        DiffusionListener listener = new DiffusionListener() {
            @Override
            public void step(int done, int total) {
                heard.add(done + "/" + total);
                if (heard.size() > 9) {
                    throw new CancellationException();
                }
            }

            @Override
            public void stage(String name) {
                heard.add(name);
            }
        };
        ModelFolder model = new DiffusionFixture(folder).write();
        DiffusionSettings settings = new DiffusionSettings(2, null, null, null, "", 0);
        try (DiffusionGenerator one = new DiffusionGenerator(
                model, settings, new Resources(1, 0), new ClassicalGenerator(), listener)) {
            one.generate(List.of(WORDS), SIZE);
            assertThat(heard).containsExactly(
                    "loading text_encoder", "text_encoder", "loading unet", "unet", "1/2", "2/2", "loading vae_decoder",
                    "vae_decoder");
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> one.generate(List.of(WORDS), SIZE));
        }
    }

    @Test
    void networksThatMayStayAreLoadedOnce() throws IOException {
        List<String> heard = new ArrayList<>();
        DiffusionListener listener = new DiffusionListener() {
            @Override
            public void step(int done, int total) {}

            @Override
            public void stage(String name) {
                heard.add(name);
            }
        };
        ModelFolder model = new DiffusionFixture(folder).scheduler(DiffusionFixture.TURBO).write();
        long first = Files.size(folder.resolve("text_encoder/model.onnx"));
        try (DiffusionGenerator one = new DiffusionGenerator(
                model, DiffusionSettings.DEFAULT, new Resources(1, first), new ClassicalGenerator(), listener)) {
            Raster made = one.generate(List.of(WORDS), SIZE).picture();
            heard.clear();
            assertThat(one.generate(List.of(WORDS), SIZE).picture()).isEqualTo(made);
        }
        assertThat(heard)
                .containsExactly("text_encoder", "loading unet", "unet", "loading vae_decoder", "vae_decoder");
    }

    @Test
    void identitiesNameAllThatCounts() throws IOException {
        DiffusionFixture fixture = new DiffusionFixture(folder);
        String usual = identity(fixture.write(), DiffusionSettings.DEFAULT);
        assertThat(usual).matches("diffusion:\\S+ sha256:[0-9a-f]{64} steps=default .* seed=0");
        assertThat(identity(fixture.write(), DiffusionSettings.DEFAULT)).isEqualTo(usual);
        assertThat(identity(fixture.write(), new DiffusionSettings(3, null, null, null, "", 0))).isNotEqualTo(usual);
        assertThat(identity(fixture.halfPrecision().write(), DiffusionSettings.DEFAULT)).isNotEqualTo(usual);
        assertThat(identity(new DiffusionFixture(folder).scheduler(DiffusionFixture.TURBO).write(),
                DiffusionSettings.DEFAULT)).isNotEqualTo(usual);
    }

    private static String identity(ModelFolder model, DiffusionSettings settings) throws ProviderException {
        try (DiffusionGenerator one = new DiffusionGenerator(
                model, settings, ALL, new ClassicalGenerator(), DiffusionListener.NONE)) {
            return one.identity();
        }
    }

    /** Tiny autoencoders give latents alone, which need no scaling. */
    @Test
    void latentsMayComeWithoutVariances() throws IOException {
        DiffusionFixture fixture = new DiffusionFixture(folder);
        fixture.write();
        fixture.write("vae_decoder/config.json", "{\"_class_name\": \"AutoencoderTiny\", \"scaling_factor\": 1.0}");
        new NetworkFixture()
                .input("sample", DataType.FLOAT, "batch", "3", "height", "width")
                .sines("kernel", 1, 0, 4, 3, 1, 1)
                .node("AveragePool", "sample", "small",
                        NetworkFixture.integers("kernel_shape", 8L, 8L), NetworkFixture.integers("strides", 8L, 8L))
                .node("Conv", "small,kernel", "latent_sample")
                .output("latent_sample", DataType.FLOAT, "batch", "4", "height8", "width8")
                .writeTo(folder.resolve("vae_encoder/model.onnx"));
        try (DiffusionGenerator one = new DiffusionGenerator(
                new ModelFolder(folder), new DiffusionSettings(4, null, 0.25, null, "", 0), ALL,
                new ClassicalGenerator(), DiffusionListener.NONE)) {
            assertThat(one.generate(List.of(tiny(20)), SIZE).picture())
                    .isNotEqualTo(one.generate(List.of(tiny(230)), SIZE).picture());
        }
    }

    @Test
    void modelsThatLackSomethingAreRefused() throws IOException {
        DiffusionFixture fixture = new DiffusionFixture(folder);
        fixture.write();
        fixture.write("unet/config.json", "{\"in_channels\": 9, \"out_channels\": 4}");
        assertRefused("takes 9 channels and makes 4; models for inpainting");
        fixture.write("unet/config.json", "{\"sample_size\": 100000}");
        assertRefused("latents of 4 channels and 100000x100000");
        fixture.write("unet/config.json", "{\"sample_size\": 16}");
        Files.delete(folder.resolve("unet/model.onnx"));
        assertRefused("expected unet/model.onnx in it");
        fixture.write("scheduler/scheduler_config.json", "{\"_class_name\": \"Other\"}");
        assertRefused("scheduler/scheduler_config.json: expected _class_name");
    }

    @Test
    void modelsThatNeedMoreAreRefused() throws IOException {
        new DiffusionFixture(folder).write();
        new NetworkFixture()
                .input("sample", DataType.FLOAT, "1", "4", "h", "w")
                .input("time_ids", DataType.FLOAT, "1", "6")
                .node("Identity", "sample", "out")
                .output("out", DataType.FLOAT, "1", "4", "h", "w")
                .writeTo(folder.resolve("unet/model.onnx"));
        assertRefused("model.onnx: needs time_ids, as SDXL and others do");
    }

    @Test
    void wrongShapesAreRefused() throws IOException {
        DiffusionFixture fixture = new DiffusionFixture(folder);
        fixture.write();
        fixture.write("vae_decoder/config.json", "{\"block_out_channels\": [4, 4, 4]}");
        assertRefused("expected a picture of 64x64, found ");
    }

    private void assertRefused(String message) throws ProviderException {
        ModelFolder model = new ModelFolder(folder);
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> new DiffusionGenerator(
                        model, DiffusionSettings.DEFAULT, ALL, new ClassicalGenerator(), DiffusionListener.NONE)
                        .generate(List.of(WORDS), SIZE))
                .withMessageContaining(message);
    }

    private static Raster made(DiffusionFixture fixture, DiffusionSettings settings, Layer... layers)
            throws IOException {
        try (DiffusionGenerator one = new DiffusionGenerator(
                fixture.write(), settings, new Resources(1, 0), new ClassicalGenerator(), DiffusionListener.NONE)) {
            return one.generate(List.of(layers), SIZE).picture();
        }
    }

    private static Layer tiny(int level) {
        byte[] rgb = new byte[3 * 16];
        Arrays.fill(rgb, (byte) level);
        return new Layer.Picture(Raster.wrap(new ImageSize(4, 4), rgb), 20);
    }
}
