package dev.inkling.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThingsTest {
    @ParameterizedTest
    @CsvSource({
        "1, cat, cat", "2, cat, two cats", "9, person, nine people", "10, person, many people", "3, glass, three glasses",
        "2, bench, two benches", "2, teddy bear, two teddy bears", "4, sheep, four sheep", "2, knife, two knives",
        "2, canopy, two canopies", "2, monkey, two monkeys", "2, box, two boxes"
    })
    void areCounted(int count, String name, String words) {
        Things things = new Things(count, name);
        assertThat(things.number() + things.noun()).isEqualTo(words);
    }

    @Test
    void areSome() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Things(0, "cat"));
    }
}
