package dev.inkling.classical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.classical.Layout.Area;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTextTest {
    @Test
    void everyAreaComesBack() {
        for (Extent extent : Extent.values()) {
            for (ColourName colour : ColourName.values()) {
                for (Place place : Place.values()) {
                    Area area = new Area(extent, colour, place);
                    String text = LayoutWriter.write(new Layout(null, null, List.of(), List.of(area)), 40);
                    assertThat(LayoutText.parse(text).areas()).as(text).containsExactly(area);
                }
            }
        }
    }

    @Test
    void whatTheWriterWritesComesBackInTheOrderOfItsSentences() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 300; i++) {
            Layout layout = randomLayout(random);
            Layout back = LayoutText.parse(LayoutWriter.write(layout, 1000));
            List<Area> inOrder = new ArrayList<>(layout.areas());
            inOrder.sort(Comparator.comparing(Area::place));
            assertThat(back.areas()).isEqualTo(inOrder);
            assertThat(back.brightness()).isEqualTo(layout.brightness());
            assertThat(back.detail()).isEqualTo(layout.detail());
            assertThat(back.traits()).isEqualTo(layout.traits());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A blue sky over a green field.            | HUGE BLUE ACROSS_TOP, LARGE GREEN ACROSS_BOTTOM
            a small red house on the right            | SMALL RED RIGHT
            In the center is a golden dog on grass.   | MEDIUM GOLD CENTER, LARGE GREEN ACROSS_BOTTOM
            clouds                                    | MEDIUM WHITE TOP
            Light grey walls, a deep red carpet       | HUGE PALE_GRAY WHOLE, MEDIUM DARK_RED CENTER
            On the upper left, a TINY yellow ball     | SMALL YELLOW TOP_LEFT
            red green blue                            | MEDIUM RED CENTER, MEDIUM GREEN LEFT, MEDIUM BLUE RIGHT
            """)
    void readsFreeProse(String text, String areas) {
        assertThat(LayoutText.parse(text).areas().stream()
                        .map(area -> area.extent() + " " + area.colour() + " " + area.place()))
                .containsExactly(areas.split(", "));
    }

    @Test
    void neverFails() {
        SplittableRandom random = new SplittableRandom(2);
        String letters = "aet .,;!?\n\tred sky top\u0130\u00df\u96ea\ud83d\ude00-'\"0";
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(LayoutText.parse(text.toString()).areas()).hasSizeLessThan(33);
        }
        assertThat(LayoutText.parse("red ".repeat(5000)).areas()).hasSize(32);
    }

    @Test
    void theDefaultLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(LayoutText.parse("A TINY WHITE HILL").areas())
                    .containsExactly(new Area(Extent.SMALL, ColourName.WHITE, Place.ACROSS_MIDDLE));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Layout randomLayout(SplittableRandom random) {
        List<Area> areas = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            areas.add(new Area(
                    pick(Extent.values(), random), pick(ColourName.values(), random), pick(Place.values(), random)));
        }
        List<Trait> traits = random.nextBoolean() ? List.of(pick(Trait.values(), random)) : List.of();
        return new Layout(pick(Brightness.values(), random), pick(Detail.values(), random), traits, areas);
    }

    private static <T> T pick(T[] values, SplittableRandom random) {
        return values[random.nextInt(values.length)];
    }
}
