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
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptionDescriberTest {
    private static final int WORDS = CaptionFixture.TOKENS.length;
    private static final float[] NOTHING = new float[WORDS];

    /** Natural logarithms of probabilities: "a cat" 0.31, "a dog" 0.28, "the bird" 0.38, with the end behind them. */
    private static final float[] TABLE = probabilities(
            "0 0 .6 0 0 .4 0", "0 1 0 0 0 0 0", "0 .02 0 .52 .46 0 0", "0 1 0 0 0 0 0", "0 1 0 0 0 0 0",
            "0 .01 0 .02 .02 0 .95", "0 1 0 0 0 0 0");

    @TempDir
    private Path folder;

    @BeforeEach
    void begin() throws IOException {
        CaptionFixture.folder(folder);
    }

    @ParameterizedTest
    @CsvSource({"1, a cat", "2, the bird", "3, the bird", "16, the bird"})
    void moreBeamsFindTheMoreProbableText(int beams, String caption) throws IOException {
        new CaptionFixture(TABLE, NOTHING, NOTHING).merged(folder);

        assertThat(caption(beams, 128)).isEqualTo(caption);
    }

    /** With more beams than there are words, two tokens are searched completely. */
    @Test
    void enoughBeamsFindTheBestText() throws IOException {
        Files.writeString(folder.resolve("generation_config.json"), "{\"max_length\": 3}");
        SplittableRandom random = new SplittableRandom(7);
        Set<String> captions = new HashSet<>();
        for (int trial = 0; trial < 8; trial++) {
            float[] table = random(random, WORDS * WORDS, 3);
            for (int row = 0; row < WORDS; row++) {
                table[row * WORDS] = -50;
            }
            table[1] = -50;
            new CaptionFixture(table, NOTHING, NOTHING).merged(folder);

            String caption = caption(16, 128);

            assertThat(caption).isEqualTo(best(table));
            captions.add(caption);
        }
        assertThat(captions).hasSizeGreaterThan(3);
    }

    /** The best of all texts of one token and the end, or of two tokens. */
    private static String best(float[] table) {
        String best = "";
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int first = 2; first < WORDS; first++) {
            for (int second = 1; second < WORDS; second++) {
                double score = logProbability(table, 0, first) + logProbability(table, first, second);
                if (score > bestScore) {
                    bestScore = score;
                    best = word(first) + (second == 1 ? "" : " " + word(second));
                }
            }
        }
        return best;
    }

    private static double logProbability(float[] table, int row, int token) {
        double sum = 0;
        for (int i = 0; i < WORDS; i++) {
            sum += Math.exp(table[row * WORDS + i]);
        }
        return table[row * WORDS + token] - Math.log(sum);
    }

    private static String word(int token) {
        return CaptionFixture.TOKENS[token].substring(1);
    }

    @Test
    void theModelSaysHowItIsSearched() throws IOException {
        new CaptionFixture(TABLE, NOTHING, NOTHING).merged(folder);

        assertThat(caption(0, 128)).isEqualTo("a cat");
        Files.writeString(folder.resolve("generation_config.json"), "{\"num_beams\": 2}");
        assertThat(caption(0, 128)).isEqualTo("the bird");
        Files.writeString(folder.resolve("generation_config.json"), "{\"max_length\": 2}");
        assertThat(caption(0, 128)).isEqualTo("a");
        Files.writeString(folder.resolve("generation_config.json"), "{\"max_new_tokens\": 2, \"num_beams\": 2}");
        assertThat(caption(0, 128)).isEqualTo("the bird");
    }

    /** "a" alone has probability 0.012, "the bird" 0.38: only a strong taste for short texts prefers it. */
    @ParameterizedTest
    @CsvSource({"1, the bird", "0, the bird", "-4, a"})
    void theLengthPenaltyPrefersLongTexts(double penalty, String caption) throws IOException {
        new CaptionFixture(TABLE, NOTHING, NOTHING).merged(folder);
        Files.writeString(
                folder.resolve("generation_config.json"), "{\"num_beams\": 4, \"length_penalty\": " + penalty + "}");

        assertThat(caption(0, 128)).isEqualTo(caption);
    }

    /** The tokens so far sum to 2 after "a": enough to prefer the dog; had the memory been lost, to 0. */
    @Test
    void whatWasSaidIsRemembered() throws IOException {
        float[] bySum = new float[WORDS];
        bySum[4] = 0.1f;
        float[] table = TABLE.clone();
        table[2 * WORDS + 4] = table[2 * WORDS + 3] - 0.15f;
        new CaptionFixture(table, bySum, NOTHING).merged(folder);

        assertThat(caption(1, 128)).isEqualTo("a dog");
    }

    @Test
    void thePictureDecides() throws IOException {
        float[] byLight = new float[WORDS];
        byLight[3] = -1;
        byLight[4] = 1;
        new CaptionFixture(TABLE, NOTHING, byLight).merged(folder);

        try (CaptionDescriber describer = new CaptionDescriber(folder, 1)) {
            assertThat(describer.describe(picture(0), 128)).isEqualTo("a cat");
            assertThat(describer.describe(picture(255), 128)).isEqualTo("a dog");
            assertThat(describer.describe(picture(255), 1)).isEqualTo("a");
            assertThat(describer.describe(picture(0), 2)).isEqualTo("a cat");
        }
    }

    @Test
    void theQuestionIsAsked() throws IOException {
        float[] byLight = new float[WORDS];
        byLight[3] = -1;
        byLight[4] = 1;
        new CaptionFixture(TABLE, NOTHING, byLight).prompted(folder);
        assertRefused("its tokenizer has no token What");

        String tokenizer = Files.readString(folder.resolve("tokenizer.json"));
        Files.writeString(folder.resolve("tokenizer.json"), tokenizer.replace("\"<s>\":0", "\"What\": 20,"
                + " \"\u0120does\": 21, \"\u0120image\": 22, \"\u0120describe\": 23, \"?\": 24, \"<s>\": 0"));
        try (CaptionDescriber describer = new CaptionDescriber(folder, 1)) {
            assertThat(describer.describe(picture(0), 128)).isEqualTo("a cat");
            assertThat(describer.describe(picture(255), 128)).isEqualTo("a dog");
        }
    }

    /** After "a" and the dog only "a" is probable, and so on; two in a row may come once. */
    @Test
    void whatWasSaidMayBeForbidden() throws IOException {
        float[] table = probabilities(
                "0 0 .9 .1 0 0 0", "0 1 0 0 0 0 0", "0 .1 0 .2 .7 0 0", "0 1 0 0 0 0 0", "0 .1 .9 0 0 0 0",
                "0 1 0 0 0 0 0", "0 1 0 0 0 0 0");
        new CaptionFixture(table, NOTHING, NOTHING).merged(folder);

        Files.writeString(folder.resolve("generation_config.json"), "{\"max_length\": 7}");
        assertThat(caption(0, 128)).isEqualTo("a dog a dog a dog");
        Files.writeString(folder.resolve("generation_config.json"), "{\"max_length\": 7, \"no_repeat_ngram_size\": 2}");
        assertThat(caption(0, 128)).isEqualTo("a dog a cat");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void allWaysOfRememberingSayTheSame(int beams) throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        Set<String> captions = new HashSet<>();
        for (int trial = 0; trial < 6; trial++) {
            CaptionFixture fixture = new CaptionFixture(
                    random(random, WORDS * WORDS, 3), random(random, WORDS, 0.3), random(random, WORDS, 2));
            fixture.plain(folder);
            String plain = caption(beams, 128);
            fixture.divided(folder);
            String divided = caption(beams, 128);
            fixture.merged(folder);
            assertThat(caption(beams, 128)).isEqualTo(divided).isEqualTo(plain);
            captions.add(plain);
            Files.delete(folder.resolve("onnx/decoder_model_merged.onnx"));
            Files.delete(folder.resolve("onnx/decoder_with_past_model.onnx"));
            Files.delete(folder.resolve("onnx/decoder_model.onnx"));
        }
        assertThat(captions).hasSizeGreaterThan(3);
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        assertRefused("expected onnx/decoder_model.onnx or onnx/text_decoder_model.onnx in it");
        new CaptionFixture(TABLE, NOTHING, NOTHING).merged(folder);
        Files.writeString(folder.resolve("config.json"), "{\"eos_token_id\": 1}");
        assertRefused("its config.json has no decoder_start_token_id");
        Files.delete(folder.resolve("tokenizer.json"));
        assertRefused("expected vocab.json in it");
        Files.delete(folder.resolve("preprocessor_config.json"));
        assertRefused("expected preprocessor_config.json in it");
    }

    @Test
    void answersOfOtherKindsAreRefused() throws IOException {
        new NetworkFixture().integers("input_ids", "b", "s").node("Identity", "input_ids", "logits")
                .integerOutput("logits", "b", "s").writeTo(folder.resolve("onnx/decoder_model.onnx"));

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> caption(1, 128))
                .withMessage("decoder_model.onnx: expected logits 1 x tokens x vocabulary of floats, found 1x1");
    }

    @Test
    void otherNetworksAreRefused() throws IOException {
        Files.copy(folder.resolve("onnx/encoder_model.onnx"), folder.resolve("onnx/decoder_model_merged.onnx"));

        assertRefused("decoder_model_merged.onnx: expected inputs [input_ids, ");
    }

    @Test
    void beamsAreFew() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CaptionDescriber(folder, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CaptionDescriber(folder, 1, 17));
    }

    private void assertRefused(String message) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> new CaptionDescriber(folder, 1).close())
                .withMessageContaining(message);
    }

    private String caption(int beams, int maxWords) throws IOException {
        try (CaptionDescriber describer =
                beams == 0 ? new CaptionDescriber(folder, 1) : new CaptionDescriber(folder, 1, beams)) {
            return describer.describe(picture(128), maxWords);
        }
    }

    private static Raster picture(int light) {
        byte[] rgb = new byte[3 * 20 * 10];
        Arrays.fill(rgb, (byte) light);
        return Raster.wrap(new ImageSize(20, 10), rgb);
    }

    private static float[] probabilities(String... rows) {
        float[] table = new float[WORDS * WORDS];
        for (int row = 0; row < WORDS; row++) {
            String[] values = rows[row].split(" ");
            for (int i = 0; i < WORDS; i++) {
                table[row * WORDS + i] = (float) Math.max(-200, Math.log(Double.parseDouble(values[i])));
            }
        }
        return table;
    }

    private static float[] random(SplittableRandom random, int count, double scale) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (scale * (2 * random.nextDouble() - 1));
        }
        return values;
    }
}
