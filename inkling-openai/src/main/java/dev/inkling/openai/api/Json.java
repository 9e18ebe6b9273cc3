package dev.inkling.openai.api;

import dev.inkling.openai.transport.MalformedAnswerException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes requests and reads answers. */
final class Json {
    /** Pictures come as one long string. */
    private static final int MAX_STRING = 96 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MAX_STRING)
                            .maxNestingDepth(64)
                            .build())
                    .build())
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static byte[] bytes(JsonNode json) {
        return MAPPER.writeValueAsBytes(json);
    }

    /** @throws MalformedAnswerException when it is not JSON, or not an object */
    static JsonNode read(byte[] bytes) throws MalformedAnswerException {
        return objectOnly(any(bytes));
    }

    /** @throws MalformedAnswerException when it is not JSON, or not an array */
    static JsonNode list(byte[] bytes) throws MalformedAnswerException {
        JsonNode json = any(bytes);
        if (!json.isArray()) {
            throw new MalformedAnswerException("the answer is not a JSON array");
        }
        return json;
    }

    private static JsonNode any(byte[] bytes) throws MalformedAnswerException {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            // Its message would quote the answer.
            throw new MalformedAnswerException("the answer is not JSON");
        }
    }

    /**
     * The object in a model's text. Small models put fences, thoughts or a greeting around it.
     *
     * @throws MalformedAnswerException when there is none
     */
    static JsonNode inText(String text) throws MalformedAnswerException {
        int begin = text.indexOf('{', Math.max(0, text.lastIndexOf("</think>")));
        int end = text.lastIndexOf('}');
        if (begin < 0 || end < begin) {
            throw new MalformedAnswerException("the model was asked for JSON and gave other text");
        }
        try {
            return objectOnly(MAPPER.readTree(text.substring(begin, end + 1)));
        } catch (JacksonException e) {
            throw new MalformedAnswerException("the model was asked for JSON and gave something like it");
        }
    }

    private static JsonNode objectOnly(JsonNode json) throws MalformedAnswerException {
        if (!json.isObject()) {
            throw new MalformedAnswerException("the answer is not a JSON object");
        }
        return json;
    }
}
