package dev.inkling.openai;

import dev.inkling.Condenser;
import dev.inkling.ProviderException;
import dev.inkling.openai.api.AnswerSchema;
import dev.inkling.openai.api.ChatRequest;
import dev.inkling.openai.api.OpenAiClient;
import dev.inkling.openai.prompt.FileText;
import dev.inkling.openai.prompt.Prompt;
import dev.inkling.openai.prompt.PromptBook;
import dev.inkling.openai.transport.MalformedAnswerException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Picks the most important words of a description by asking a model. They come in the order of their importance, so
 * that one call serves every number of words. Thread-safe.
 */
public final class OpenAiCondenser implements Condenser {
    private static final int MOST_KNOWN = 256;
    private static final int LONGEST_WORD = 40;
    private static final AnswerSchema SCHEMA = new AnswerSchema("words", """
            {"type": "object",
             "properties": {"words": {"type": "array", "items": {"type": "string"}}},
             "required": ["words"], "additionalProperties": false}
            """);

    private final OpenAiClient client;
    private final Prompt prompt;
    private final int mostWords;
    private final Map<String, List<String>> known = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
            return size() > MOST_KNOWN;
        }
    });

    /** @param mostWords most words of a list, 1 to 255 */
    public OpenAiCondenser(OpenAiClient client, PromptBook prompts, int mostWords) {
        this.client = client;
        this.prompt = prompts.named("condense");
        this.mostWords = mostWords;
    }

    @Override
    public List<String> condense(String description, int words) throws ProviderException {
        List<String> all = known.get(description);
        if (all == null) {
            all = ask(description);
            known.put(description, all);
        }
        return all.subList(0, Math.min(Math.min(words, mostWords), all.size()));
    }

    private List<String> ask(String description) throws ProviderException {
        String instructions = prompt.with(Map.of("words", Integer.toString(mostWords)));
        String text = FileText.of(description).inMarks();
        return client.chat(new ChatRequest(instructions, text, List.of(), SCHEMA, 0), OpenAiCondenser::words);
    }

    private static List<String> words(JsonNode answer) throws MalformedAnswerException {
        List<String> words = new ArrayList<>();
        for (JsonNode entry : answer.path("words")) {
            for (String word : FileText.of(entry.asString("")).text().split("[ ,;.]+")) {
                if (!word.isEmpty() && word.length() <= LONGEST_WORD) {
                    words.add(word);
                }
            }
        }
        if (words.isEmpty()) {
            throw new MalformedAnswerException("the model was asked for words and gave none");
        }
        return List.copyOf(words);
    }

    /** What its results depend on besides the description. */
    public String identity() {
        return client.settings().visionModel() + " " + prompt.id() + " keywords=" + mostWords;
    }
}
