package dev.inkling.openai.api;

import dev.inkling.openai.transport.MalformedAnswerException;
import tools.jackson.databind.JsonNode;

/** Takes what a model says for what it is: data, within bounds, or nothing. */
@FunctionalInterface
public interface AnswerCheck<T> {
    /** @throws MalformedAnswerException when it is not what the schema asks for */
    T check(JsonNode answer) throws MalformedAnswerException;
}
