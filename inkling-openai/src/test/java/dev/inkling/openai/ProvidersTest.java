package dev.inkling.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.Layer;
import dev.inkling.ProviderException;
import dev.inkling.Sketch;
import dev.inkling.classical.ClassicalGenerator;
import dev.inkling.classical.GradientEdges;
import dev.inkling.codec.Decoded;
import dev.inkling.codec.Decoder;
import dev.inkling.codec.EncodeOptions;
import dev.inkling.codec.Encoded;
import dev.inkling.codec.Encoder;
import dev.inkling.codec.Profile;
import dev.inkling.codec.RateTarget;
import dev.inkling.image.ImageSize;
import dev.inkling.image.PictureReader;
import dev.inkling.image.Raster;
import dev.inkling.openai.OpenAiDescriber.Style;
import dev.inkling.openai.api.OpenAiClient;
import dev.inkling.openai.fake.FakeRequest;
import dev.inkling.openai.fake.FakeService;
import dev.inkling.openai.fake.Fault;
import dev.inkling.openai.fake.Services;
import dev.inkling.openai.prompt.PromptBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Describer, condenser and generators through real files and the fake service. */
class ProvidersTest {
    private static final PromptBook PROMPTS = PromptBook.shipped();
    private static final Raster PICTURE = blocks(new ImageSize(320, 200), 5);

    @TempDir
    private Path folder;

    private final FakeService service = new FakeService();
    private final OpenAiClient client = Services.openAi(service);

    @AfterEach
    void stop() {
        assertThat(service.violations()).isEmpty();
        service.close();
    }

    private static Raster blocks(ImageSize size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] colours = random.ints(16).toArray();
        byte[] rgb = new byte[Raster.byteCount(size)];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % size.width();
            int y = i / 3 / size.width();
            rgb[i] = (byte) (colours[4 * (4 * y / size.height()) + 4 * x / size.width()] >> 8 * (i % 3));
        }
        return Raster.wrap(size, rgb);
    }

    private OpenAiDescriber describer(int words) {
        return new OpenAiDescriber(client, PROMPTS, Style.STRUCTURAL, words);
    }

    private Encoder encoder() {
        return new Encoder(describer(40), new OpenAiCondenser(client, PROMPTS, 40), new ClassicalGenerator())
                .withEdges(new GradientEdges());
    }

    private OpenAiGenerator generator() {
        return new OpenAiGenerator(client, PROMPTS, new ClassicalGenerator());
    }

    /** However many lengths the encoder tries, the describer and the condenser are paid once. */
    @ParameterizedTest
    @CsvSource({"TEXT, 20, 1", "TEXT, 60, 1", "HYBRID, 200, 1", "HYBRID, 400, 1", "KEYWORDS, 9, 2", "PICTURE, 200, 0"})
    void aPictureIsPaidForOnce(Profile profile, int bytes, int calls) throws Exception {
        encoder().encode(PICTURE, new EncodeOptions(profile, new RateTarget.Bytes(bytes), false));

        assertThat(service.requests()).hasSize(calls);
    }

    @ParameterizedTest
    @EnumSource(names = {"TEXT", "KEYWORDS", "PICTURE", "HYBRID", "SKETCH"})
    void everyProfileGoesThereAndBack(Profile profile) throws Exception {
        Encoded encoded =
                encoder().encode(PICTURE, new EncodeOptions(profile, new RateTarget.Bytes(200), false));
        Decoded again = new Decoder(generator(), Decoder.DEFAULT_MAX_PIXELS).decode(encoded.bitstream());

        assertThat(encoded.bitstream()).hasSizeLessThanOrEqualTo(200);
        assertThat(again.picture().size()).isEqualTo(PICTURE.size());
        assertThat(again.notes().stream().anyMatch(note -> note.startsWith("the sketch was not used")))
                .isEqualTo(profile == Profile.SKETCH);
        String last = service.requests().get(service.requests().size() - 1).path();
        boolean hasPicture = profile == Profile.HYBRID || profile == Profile.PICTURE;
        assertThat(last).isEqualTo(hasPicture ? "/images/edits" : "/images/generations");
    }

    @Test
    void wordsAreNeverMoreThanAskedFor() throws Exception {
        OpenAiDescriber describer = describer(25);
        for (int words = 1; words <= 40; words++) {
            assertThat(describer.describe(PICTURE, words).split(" ")).hasSizeLessThanOrEqualTo(Math.min(words, 25));
        }
        assertThat(describer.describe(PICTURE, 40).split(" ")).hasSize(25);
        assertThat(service.requests()).hasSize(1);
    }

    @Test
    void keywordsComeInTheModelsOrder() throws Exception {
        OpenAiCondenser condenser = new OpenAiCondenser(client, PROMPTS, 5);

        assertThat(condenser.condense("A red barn in a green meadow.", 3)).containsExactly("red", "barn", "green");
        assertThat(condenser.condense("A red barn in a green meadow.", 40)).hasSize(5);
        assertThat(service.requests()).hasSize(1);
    }

    /** The tiny picture, enlarged, is what the service gets; the fake gives it back. */
    @Test
    void theTinyPictureHoldsTheLayout() throws Exception {
        List<Layer> layers = List.of(new Layer.Prose("Sixteen blocks."), new Layer.Picture(blocks(new ImageSize(32, 20), 5), 0));

        Raster made = generator().generate(layers, PICTURE.size()).picture();
        Raster painted = new A1111Generator(Services.a1111(service), PROMPTS, new ClassicalGenerator())
                .generate(layers, PICTURE.size())
                .picture();

        for (int block = 0; block < 16; block++) {
            int x = 40 + 80 * (block % 4);
            int y = 25 + 50 * (block / 4);
            for (int channel = 0; channel < 3; channel++) {
                int wanted = PICTURE.sample(x, y, channel);
                assertThat(made.sample(x, y, channel)).isBetween(wanted - 12, wanted + 12);
                assertThat(painted.sample(x, y, channel)).isBetween(wanted - 12, wanted + 12);
            }
        }
    }

    @Test
    void imageServersAreAskedForTilesOnce() throws Exception {
        A1111Generator generator = new A1111Generator(Services.a1111(service), PROMPTS, new ClassicalGenerator());
        List<Layer> layers = List.of(new Layer.Picture(blocks(new ImageSize(32, 20), 5), 0));
        generator.generate(layers, PICTURE.size());
        generator.generate(layers, new ImageSize(100, 100));
        generator.generate(List.of(new Layer.Prose("A barn.")), new ImageSize(100, 100));

        List<String> paths = service.requests().stream().map(FakeRequest::path).toList();
        assertThat(paths).containsExactly(
                "/controlnet/model_list", "/sdapi/v1/img2img", "/sdapi/v1/img2img", "/sdapi/v1/txt2img");
        assertThat(service.requests().get(1).json().path("alwayson_scripts").toString()).contains("tile");
        assertThat(service.requests().get(3).json().path("prompt").asString())
                .isEqualTo("A barn., highly detailed, sharp focus");
    }

    @Test
    void imageServersFollowTheLinesOfASketch() throws Exception {
        A1111Generator generator = new A1111Generator(Services.a1111(service), PROMPTS, new ClassicalGenerator());
        BitSet diagonal = new BitSet();
        for (int i = 0; i < 40; i++) {
            diagonal.set(65 * i);
        }
        Layer.Lines lines = new Layer.Lines(new Sketch(new ImageSize(64, 40), diagonal));
        generator.generate(List.of(new Layer.Prose("A barn."), lines), PICTURE.size());

        JsonNode unit = service.requests().get(1).json()
                .path("alwayson_scripts").path("controlnet").path("args").path(0);
        assertThat(unit.path("model").asString()).contains("scribble");
        assertThat(unit.path("module").asString()).isEqualTo("none");
        Raster guide = PictureReader.read(Files.write(
                folder.resolve("guide.png"), Base64.getDecoder().decode(unit.path("image").asString())));
        assertThat(guide.sample(guide.width() / 4, guide.height() * 2 / 5, 0)).isGreaterThan(220);
        assertThat(guide.rgb(guide.width() * 3 / 4, guide.height() / 4)).isZero();
    }

    @Test
    void aFileWithoutAnythingToPaintCostsNothing() throws Exception {
        Raster picture = generator().generate(List.of(new Layer.Prose(" \u200b")), new ImageSize(50, 40)).picture();

        assertThat(picture.size()).isEqualTo(new ImageSize(50, 40));
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void theBestOfSeveralDescriptionsIsKept() throws Exception {
        service.score(40, 90, 60);
        OpenAiDescriber describer = describer(20);
        Critic critic = new Critic(client, PROMPTS, describer);

        String chosen = new CandidateDescriber(describer, generator(), critic, 3).describe(PICTURE, 20);

        assertThat(chosen).isEqualTo(describer.describe(PICTURE, 20, 1));
        assertThat(service.requests()).as("describe, paint, judge, three times").hasSize(9);
    }

    @Test
    void wordsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> describer(41)).hasMessage("words must be 1 to 40, found 41");
        assertThatThrownBy(() -> describer(3).describe(PICTURE, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aServiceThatFailsIsTheProvidersFailure() {
        service.misbehave((request, attempt) -> Optional.of(Fault.REFUSAL));

        assertThatThrownBy(() -> describer(3).describe(PICTURE, 3)).isInstanceOf(ProviderException.class);
    }
}
