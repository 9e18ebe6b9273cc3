package dev.inkling.openai.api;

import dev.inkling.openai.api.Till.Reply;
import dev.inkling.openai.cost.Usage;
import dev.inkling.openai.transport.MalformedAnswerException;
import dev.inkling.openai.transport.RefusalException;
import tools.jackson.databind.JsonNode;

/**
 * Reads chat completions.
 *
 * @param service name of the service, for messages
 */
record ChatAnswer(String service) {
    <T> Reply<T> read(byte[] body, AnswerCheck<T> check) throws MalformedAnswerException, RefusalException {
        JsonNode json = Json.read(body);
        JsonNode choice = json.path("choices").path(0);
        JsonNode message = choice.path("message");
        String finish = choice.path("finish_reason").asString("");
        if (message.path("refusal").isString() && !message.path("refusal").asString().isBlank()) {
            throw new RefusalException(service, message.path("refusal").asString());
        }
        if (finish.equals("content_filter")) {
            throw new RefusalException(service, "its content filter stopped the answer");
        }
        String content = content(message.path("content"));
        if (content.isBlank()) {
            throw new MalformedAnswerException(finish.equals("length")
                    ? "the model used all its tokens before it answered; max-tokens in the configuration allows more"
                    : "the answer has no text");
        }
        return new Reply<>(check.check(Json.inText(content)), usage(json.path("usage")), body);
    }

    /** Text, or parts of it. */
    private static String content(JsonNode content) {
        if (content.isString()) {
            return content.asString();
        }
        StringBuilder text = new StringBuilder();
        content.forEach(part -> text.append(part.path("text").asString("")));
        return text.toString();
    }

    private static Usage usage(JsonNode usage) {
        long in = count(usage.path("prompt_tokens"));
        long pictures = Math.min(in, count(usage.path("prompt_tokens_details").path("image_tokens")));
        return new Usage(in - pictures, pictures, count(usage.path("completion_tokens")), 0, 0);
    }

    static long count(JsonNode number) {
        return Math.max(0, number.asLong(0));
    }
}
