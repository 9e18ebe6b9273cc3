package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class JsonWriterTest {
    @Test
    void aFullParserReadsItBack() {
        StringBuilder odd = new StringBuilder("\ud83d\ude80 \"quoted\\\" ");
        for (char c = 0; c < 0x100; c++) {
            odd.append(c);
        }
        odd.append('\u2028').append('\ufeff');

        String json = new JsonWriter()
                .beginObject()
                .name("odd\n").value(odd.toString())
                .name("numbers").beginArray().value(-3).value(2.5e-7).value(Double.NaN).endArray()
                .name("empty").beginObject().endObject()
                .name("flag").value(true)
                .endObject()
                .toString();

        JsonNode read = new ObjectMapper().readTree(json);
        assertThat(read.get("odd\n").asString()).isEqualTo(odd.toString());
        assertThat(read.get("numbers").get(0).asInt()).isEqualTo(-3);
        assertThat(read.get("numbers").get(1).asDouble()).isEqualTo(2.5e-7);
        assertThat(read.get("numbers").get(2).isNull()).isTrue();
        assertThat(read.get("empty").isObject()).isTrue();
        assertThat(read.get("flag").asBoolean()).isTrue();
        assertThat(json).doesNotContain("\n").doesNotContain("\u2028");
    }
}
