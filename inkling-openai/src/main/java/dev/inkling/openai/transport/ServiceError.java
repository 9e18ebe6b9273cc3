package dev.inkling.openai.transport;

import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service says about a request that it did not serve. The shapes: {@code {"error":{"message","code"}}} (OpenAI,
 * Azure, llama.cpp, vLLM), {@code {"error":"..."}} (Ollama, LM Studio), {@code {"detail":...}} (A1111 and other FastAPI
 * servers), or anything else.
 *
 * @param code    what programs may look at; empty when there is none
 * @param message one line, at most {@value #MAX_MESSAGE} chars
 */
record ServiceError(String code, String message) {
    private static final int MAX_MESSAGE = 300;
    private static final Set<String> REFUSALS =
            Set.of("content_policy_violation", "moderation_blocked", "content_filter", "responsibleaipolicyviolation");
    /** No retry helps: the account has no money left. */
    private static final String NO_MONEY = "insufficient_quota";

    static ServiceError of(Answer answer) {
        try {
            JsonNode json = JsonMapper.shared().readTree(answer.body());
            JsonNode error = json.path("error");
            if (error.isObject()) {
                return new ServiceError(text(error.path("code")), oneLine(text(error.path("message"))));
            }
            String detail = text(json.path("detail"));
            return new ServiceError("", oneLine(detail.isEmpty() ? text(error) : text(error) + " " + detail));
        } catch (JacksonException e) {
            return new ServiceError("", oneLine(answer.toString()));
        }
    }

    private static String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        return node.isString() ? node.asString() : node.toString();
    }

    /** A text of a service as it may stand in a message. */
    static String oneLine(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}\\p{Cf}]+", " ").strip();
        return line.length() <= MAX_MESSAGE ? line : line.substring(0, MAX_MESSAGE) + "...";
    }

    boolean isRefusal() {
        return REFUSALS.contains(code.toLowerCase(Locale.ROOT));
    }

    boolean isFinal() {
        return code.equals(NO_MONEY);
    }
}
