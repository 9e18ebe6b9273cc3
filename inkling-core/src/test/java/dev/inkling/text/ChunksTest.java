package dev.inkling.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a| man|'s| 1|2| top|-left| hats|.",
                "x| | | y|\n|z| --|-a",
                "\u00e9\u00e8|a| \u65e5|,\"| ...",
                "0|1|2|3| 4|5"
            })
    void textIsCutWhereItsKindChanges(String cut) {
        byte[] text = cut.replace("|", "").getBytes(StandardCharsets.UTF_8);
        StringBuilder found = new StringBuilder();
        for (int at = 0; at < text.length; ) {
            int end = Chunks.end(text, at);
            found.append(found.isEmpty() ? "" : "|").append(new String(text, at, end - at, StandardCharsets.UTF_8));
            at = end;
        }
        assertThat(found.toString()).isEqualTo(cut);
    }
}
