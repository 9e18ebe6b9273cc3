package dev.inkling.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WordCondenserTest {
    private static final String LAYOUT = "A dark, smooth picture. Large navy across the top. Huge dark blue in the"
            + " center. Small gold at the bottom.";
    private static final String PROSE = "A close-up, outdoor shot shows a woman with a red umbrella. She is standing under a"
            + " deep blue sky, and behind her there is a white wooden house on the left.";

    private final WordCondenser condenser = new WordCondenser();

    @Test
    void keepsColoursAndPlacesOfALayout() {
        assertThat(condenser.condense(LAYOUT, 9))
                .containsExactly("navy", "across", "top", "huge", "dark", "blue", "center", "gold", "bottom");
        assertThat(condenser.condense(LAYOUT, 1)).containsExactly("blue");
    }

    @Test
    void keepsColoursWithTheirNouns() {
        assertThat(condenser.condense(PROSE, 8))
                .containsExactly("woman", "red", "umbrella", "deep", "blue", "sky", "white", "house");
    }

    @Test
    void wordsAreDistinctAndNeverMoreThanAsked() {
        for (int words = 1; words <= 60; words++) {
            assertThat(condenser.condense(PROSE + " " + LAYOUT + " " + PROSE, words))
                    .doesNotHaveDuplicates()
                    .hasSizeBetween(1, words)
                    .allMatch(word -> word.matches("\\S+"));
        }
    }

    @Test
    void functionWordsAreKeptOnlyWhenThereIsNothingElse() {
        assertThat(condenser.condense("It is what it is.", 3)).containsExactly("it", "is", "what");
        assertThat(condenser.condense(" ... ", 3)).isEmpty();
        assertThatThrownBy(() -> condenser.condense(PROSE, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wordsOfOtherLanguagesStay() {
        assertThat(condenser.condense("Ein rotes Haus am \u00dcbergang.", 2)).containsExactly("ein", "rotes");
    }
}
