package dev.inkling.openai.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.Layer;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTextTest {
    @Test
    void descriptionsPassAsTheyAre() {
        String text = "A red barn (18th century) in a green meadow; \"Mill\" on a sign. Caf\u00e9, \u6771\u4eac, 50% sky.";

        assertThat(FileText.of(text).text()).isEqualTo(text);
        assertThat(FileText.of(List.of(new Layer.Keywords(List.of("red", "barn")))).text()).isEqualTo("red, barn");
        assertThat(FileText.of(List.of()).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "<lora:detail:1> barn; lora detail 1 barn",
        "a __../../secrets__ barn; a ../../secrets barn",
        "(barn:1.9) AND [sky|sea] BREAK; barn 1.9 sky sea",
        "see http://evil.test/x?y=1 barn; see barn",
        "file:///etc/passwd barn; barn"
    })
    void wordsForPaintersLoseTheirSyntax(String text, String plain) {
        assertThat(FileText.of(text).plain()).isEqualTo(plain);
    }

    @Test
    void nothingInvisibleAndNoMarksComeThroughWhateverTheText() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 3000; i++) {
            StringBuilder raw = new StringBuilder();
            for (int length = random.nextInt(3000); raw.length() < length; ) {
                switch (random.nextInt(4)) {
                    case 0 -> raw.append((char) random.nextInt(0x10000));
                    case 1 -> raw.appendCodePoint(random.nextInt(0x110000));
                    case 2 -> raw.append(random.nextBoolean() ? FileText.BEGIN : FileText.END);
                    default -> raw.append("word ");
                }
            }
            FileText text = FileText.of(raw.toString());

            assertThat(text.text().length()).isLessThanOrEqualTo(FileText.MAX_CHARS);
            assertThat(text.text()).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}<>{}\\[\\]|`\\\\]");
            assertThat(text.inMarks().split("\n")).hasSize(3);
        }
    }
}
