package dev.inkling.openai;

import dev.inkling.openai.prompt.FileText;
import dev.inkling.openai.transport.MalformedAnswerException;
import tools.jackson.databind.JsonNode;

/**
 * How well a picture shows what it was meant to.
 *
 * @param score  0 (something else) to 100 (nothing differs)
 * @param change what to change to mend the most important difference; empty when there is none
 */
record Comparison(int score, FileText change) {
    static Comparison of(JsonNode answer) throws MalformedAnswerException {
        return new Comparison(score(answer), FileText.of(answer.path("instruction").asString("")));
    }

    static int score(JsonNode answer) throws MalformedAnswerException {
        JsonNode score = answer.path("score");
        if (!score.isNumber() || score.asDouble() < 0 || score.asDouble() > 100) {
            throw new MalformedAnswerException("the model was asked for a score of 0 to 100 and gave none");
        }
        return (int) Math.round(score.asDouble());
    }
}
