package dev.inkling.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutDescriberTest {
    private static final String AREA = "(Small|Medium|Large|Huge) %s %s\\.".formatted(
            anyOf(ColourName.values()), anyOf(Place.values()));
    private static final String WHOLE = "A %s, %s picture( with %s( and %s)?)?\\.".formatted(
            anyOf(Brightness.values()), anyOf(Detail.values()), anyOf(Trait.values()), anyOf(Trait.values()));
    /** The grammar of docs/describer.md. */
    private static final String GRAMMAR = "(" + WHOLE + " )?" + AREA + "( " + AREA + ")*|" + WHOLE + "|[A-Z][a-z ]+\\.";

    private final LayoutDescriber describer = new LayoutDescriber();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            astronaut.png | A bright, busy picture with high contrast. Large pale gray across the top. Small dark purple at \
            the top left. Medium charcoal in the center. Large dark orange at the bottom left. Large black at the bottom right.
            chelsea.png | A bright, textured picture with low contrast. Huge brown over the whole picture. Small pale gray \
            at the top left. Medium gray brown at the top right. Small brown in the center. Huge gray brown at the bottom.
            coffee.png | A dim, textured picture. Small dark brown at the top left. Medium peach at the top. Medium red on \
            the left. Large dark orange on the right. Medium dark brown at the bottom. Medium red at the bottom right.
            rocket.jpg | A dark, smooth picture. Large navy across the top. Huge dark blue in the center. Medium black down \
            the right. Medium slate at the bottom left. Small gray brown at the bottom. Small gold at the bottom.
            """)
    void describesPhotographs(String file, String text) throws IOException {
        assertThat(describer.describe(Photographs.read(file), 40)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"astronaut.png", "chelsea.png", "coffee.png", "rocket.jpg"})
    void keepsToTheGrammarAndTheWordLimit(String file) throws IOException {
        Raster picture = Photographs.read(file);
        for (int words = 1; words <= 48; words += words < 16 ? 1 : 8) {
            String text = describer.describe(picture, words);
            assertThat(text).matches(GRAMMAR);
            assertThat(text.split(" ")).hasSizeBetween(1, words);
            assertThat(words < 7 || !LayoutText.parse(text).areas().isEmpty()).isTrue();
        }
        assertThat(describer.describe(picture, 40).split(" ")).hasSizeBetween(10, 40);
    }

    @Test
    void describesPicturesOfAnySize() {
        SplittableRandom random = new SplittableRandom(3);
        for (int[] side : new int[][] {{1, 1}, {1, 2}, {3, 1}, {1, 3000}, {3000, 2}, {17, 31}}) {
            byte[] rgb = new byte[3 * side[0] * side[1]];
            random.nextBytes(rgb);
            String text = describer.describe(Raster.wrap(new ImageSize(side[0], side[1]), rgb), 40);
            assertThat(text).matches(GRAMMAR);
        }
    }

    @Test
    void describesAFlatPicture() {
        Raster black = Raster.wrap(new ImageSize(50, 40), new byte[6000]);
        assertThat(describer.describe(black, 40))
                .isEqualTo("A dark, smooth picture with low contrast. Huge black over the whole picture.");
        assertThat(describer.describe(black, 1)).isEqualTo("Black.");
    }

    @Test
    void seesHorizonAndSymmetry() {
        byte[] rgb = new byte[3 * 60 * 40];
        Arrays.fill(rgb, 0, rgb.length / 4, (byte) 230);
        Arrays.fill(rgb, rgb.length / 4, rgb.length, (byte) 60);
        Layout layout = SceneDescriber.layout(Raster.wrap(new ImageSize(60, 40), rgb), Scene.UNKNOWN);
        assertThat(layout.traits()).containsExactly(Trait.HIGH_CONTRAST, Trait.HIGH_HORIZON, Trait.SYMMETRY);
    }

    @Test
    void theDocumentedGrammarHasEveryTerm() throws IOException {
        String grammar = Files.readString(Path.of("..", "docs", "describer.md"));
        Stream.of(Brightness.values(), Detail.values(), Trait.values(), Extent.values(), ColourName.values(), Place.values())
                .flatMap(Arrays::stream)
                .forEach(phrase -> assertThat(grammar).contains('"' + phrase.words() + '"'));
    }

    @Test
    void needsRoomForAWord() {
        Raster black = Raster.wrap(new ImageSize(1, 1), new byte[3]);
        assertThatThrownBy(() -> describer.describe(black, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String anyOf(Phrase[] phrases) {
        return Arrays.stream(phrases).map(Phrase::words).collect(Collectors.joining("|", "(", ")"));
    }
}
