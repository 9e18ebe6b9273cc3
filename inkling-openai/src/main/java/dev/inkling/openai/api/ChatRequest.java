package dev.inkling.openai.api;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One question to a model that sees; its answer is JSON. There is no conversation and there are no tools: each request
 * stands alone.
 *
 * @param instructions what the model is to do
 * @param text         what it is to do it with, as data; empty for the pictures alone
 * @param pictures     what it looks at, often none
 * @param schema       what the answer must look like
 * @param sample       0, 1, ...: the same question asked again for another answer
 */
public record ChatRequest(
        String instructions, String text, List<PictureFile> pictures, AnswerSchema schema, int sample) {
    public ChatRequest {
        if (text.isEmpty() && pictures.isEmpty()) {
            throw new IllegalArgumentException("a question about nothing");
        }
        pictures = List.copyOf(pictures);
    }

    ObjectNode json(OpenAiSettings settings) {
        ObjectNode json = Json.object();
        json.put("model", settings.visionModel());
        ArrayNode messages = json.putArray("messages");
        messages.addObject().put("role", "system").put("content", instructions);
        addUser(messages.addObject(), settings.detail());
        json.put(settings.dialect().maxTokensName(), settings.maxTokens());
        ObjectNode format = json.putObject("response_format").put("type", "json_schema").putObject("json_schema");
        format.put("name", schema.name()).put("strict", true).set("schema", schema.json());
        return json;
    }

    private void addUser(ObjectNode message, String detail) {
        ArrayNode content = message.put("role", "user").putArray("content");
        if (!text.isEmpty()) {
            content.addObject().put("type", "text").put("text", text);
        }
        for (PictureFile picture : pictures) {
            ObjectNode url = content.addObject().put("type", "image_url").putObject("image_url");
            url.put("url", picture.dataUrl()).put("detail", detail);
        }
    }
}
