package dev.inkling.openai.api;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON that a model must answer with, as services with structured output enforce it.
 *
 * @param name   letters, digits, underscores and dashes, at most 64
 * @param schema JSON Schema: every object closed, every property required
 */
public record AnswerSchema(String name, String schema) {
    JsonNode json() {
        return JsonMapper.shared().readTree(schema);
    }
}
