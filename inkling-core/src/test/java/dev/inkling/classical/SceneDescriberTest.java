package dev.inkling.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.inkling.classical.Layout.Area;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Lab;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SceneDescriberTest {
    private static final int BLACK = 0x0e0e0e;
    private static final int RED = 0xc42228;

    @Test
    void thingsAreNamedWhereTheyAre() {
        assertThat(describe(40, sighting("dog", 0.9, RED, 0.2, 0.8, 0.3, 0.3)))
                .isEqualTo("A pale, smooth picture with low contrast. Huge white over the whole picture."
                        + " Medium red dog at the bottom left.");
    }

    @Test
    void thingsOfOneColourAreCounted() {
        assertThat(describe(
                        40, sighting("person", 0.9, RED, 0.1, 0.5, 0.1, 0.1), sighting("person", 0.5, RED, 0.9, 0.5, 0.1, 0.1)))
                .endsWith(" Two small red people across the middle.");
    }

    @Test
    void thingsInOnePlaceAreCounted() {
        assertThat(describe(
                        40, sighting("cup", 0.9, RED, 0.45, 0.5, 0.1, 0.1), sighting("cup", 0.5, BLACK, 0.55, 0.5, 0.1, 0.1)))
                .contains(" Two small ").endsWith(" cups in the center.");
    }

    @Test
    void thingsThatShareNeitherAreSaidOneByOne() {
        assertThat(describe(
                        40, sighting("cup", 0.9, RED, 0.2, 0.5, 0.1, 0.1), sighting("cup", 0.5, BLACK, 0.8, 0.5, 0.1, 0.1)))
                .endsWith(" Small red cup on the left. Small black cup on the right.");
    }

    @Test
    void thingsThatFillThePictureAreNotItsGround() {
        assertThat(describe(40, sighting("cat", 0.9, RED, 0.5, 0.5, 1, 1))).contains("Huge red cat in the center.");
    }

    @Test
    void smallAndUnsureThingsAreLeftOutFirst() {
        Sighting large = sighting("dog", 0.9, RED, 0.2, 0.8, 0.3, 0.3);
        Sighting small = sighting("ball", 0.9, RED, 0.8, 0.8, 0.1, 0.1);
        Sighting unsure = sighting("bird", 0.3, RED, 0.8, 0.2, 0.1, 0.1);

        assertThat(describe(40, unsure, small, large)).contains("bird", "ball", "dog");
        assertThat(describe(28, unsure, small, large)).contains("ball", "dog").doesNotContain("bird");
        assertThat(describe(10, unsure, small, large)).contains("dog").doesNotContain("ball");
        assertThat(describe(2, unsure, small, large)).isEqualTo("Red dog.");
        assertThat(describe(1, unsure, small, large)).isEqualTo("Red.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 13, 21, 34})
    void neverSaysMoreWords(int maxWords) throws IOException {
        for (String file : Photographs.FILES) {
            String text = SceneDescriber.describe(
                    Photographs.read(file),
                    new Scene(List.of(sighting("hot dog", 0.5, RED, 0.5, 0.5, 0.5, 0.5)), "hot dog"), maxWords);
            assertThat(text.split(" ")).hasSizeLessThanOrEqualTo(maxWords);
        }
    }

    @Test
    void whatIsSaidCanBePainted() {
        String text = describe(
                40, sighting("person", 0.9, RED, 0.1, 0.5, 0.1, 0.1), sighting("person", 0.5, RED, 0.9, 0.5, 0.1, 0.1));
        assertThat(LayoutText.parse(text).areas()).containsExactly(
                new Area(Extent.HUGE, ColourName.WHITE, Place.WHOLE),
                new Area(Extent.SMALL, ColourName.RED, Place.ACROSS_MIDDLE));
    }

    @Test
    void theSubjectIsSaidOfTheWhole() {
        assertThat(describe("Egyptian cat", 40))
                .isEqualTo("A pale, smooth picture of an egyptian cat with low contrast. Huge white over the whole picture.");
        assertThat(describe("tabby, tabby cat", 13))
                .isEqualTo("A pale, smooth picture of a tabby. Huge white over the whole picture.");
        assertThat(describe("orange", 10)).isEqualTo("A pale, smooth picture. Huge white over the whole picture.");
    }

    @Test
    void theSubjectIsNotPaintedWhereverSuchThingsAreMostly() {
        assertThat(LayoutText.parse(describe("cat", 40)).areas())
                .containsExactly(new Area(Extent.HUGE, ColourName.WHITE, Place.WHOLE));
        assertThat(LayoutText.parse("A dark cat in a picture.").areas()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            person                    | person
            tench, Tinca tinca        | tench
            Egyptian_cat              | egyptian cat
            one two three four        | two three four
            blue jay                  | jay
            orange                    | ''
            traffic light             | ''
            ''                        | ''
            a1b2                      | a b
            """)
    void namesSayNothingElse(String name, String said) {
        assertThat(SceneDescriber.sayable(name)).isEqualTo(said);
    }

    @Test
    void longNamesAreLeftOut() {
        assertThat(SceneDescriber.sayable("x".repeat(10_000))).isEmpty();
        assertThat(SceneDescriber.sayable("cat\nis on\u0007the")).isEqualTo("is on the");
    }

    @Test
    void withoutSightingsItIsTheLayout() throws IOException {
        for (String file : Photographs.FILES) {
            Raster picture = Photographs.read(file);
            assertThat(SceneDescriber.describe(picture, Scene.UNKNOWN, 28))
                    .isEqualTo(new LayoutDescriber().describe(picture, 28));
        }
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException().isThrownBy(() -> describe(0));
        assertThatIllegalArgumentException().isThrownBy(() -> sighting("cat", 0, RED, 0.5, 0.5, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> sighting("cat", Double.NaN, RED, 0.5, 0.5, 1, 1));
    }

    private static String describe(int maxWords, Sighting... sightings) {
        return describe("", maxWords, sightings);
    }

    private static String describe(String subject, int maxWords, Sighting... sightings) {
        byte[] rgb = new byte[3 * 60 * 40];
        Arrays.fill(rgb, (byte) 242);
        return SceneDescriber.describe(Raster.wrap(new ImageSize(60, 40), rgb), new Scene(List.of(sightings), subject), maxWords);
    }

    private static Sighting sighting(
            String name, double score, int rgb, double x, double y, double width, double height) {
        return new Sighting(name, score, new Segment(width * height, Lab.ofRgb(rgb), x, y, width, height));
    }
}
