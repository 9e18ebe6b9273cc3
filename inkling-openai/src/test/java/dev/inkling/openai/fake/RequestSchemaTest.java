package dev.inkling.openai.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published schema refuses what it should, so that its silence means something. */
class RequestSchemaTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/chat/completions | {\"model\":\"m\",\"messages\":[]}",
        "/chat/completions | {\"model\":\"m\",\"messages\":[{\"role\":\"painter\",\"content\":\"x\"}]}",
        "/chat/completions | {\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}",
        "/images/generations | {\"prompt\":\"x\",\"n\":99}",
        "/images/generations | {\"prompt\":\"x\",\"quality\":\"splendid\"}",
        "/images/edits | {\"prompt\":\"x\"}"
    })
    void refusesWrongRequests(String path, String body) {
        assumeTrue(RequestSchema.load().isPresent(),
                "not run: no description of the API; set INKLING_SHARED to the folder that has spec/openai-api-subset.yaml");

        assertThat(RequestSchema.load().orElseThrow().violations(request(path, body))).isNotEmpty();
    }

    @Test
    void theContractRefusesWhatNoSchemaDoes() {
        assertThat(RequestContract.violations(request("/chat/completions",
                "{\"model\":\"m\",\"messages\":[],\"tools\":[],\"max_tokens\":1}"))).contains("unknown field tools");
    }

    private static FakeRequest request(String path, String body) {
        return FakeRequest.of(
                "POST", path, Map.of("content-type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }
}
