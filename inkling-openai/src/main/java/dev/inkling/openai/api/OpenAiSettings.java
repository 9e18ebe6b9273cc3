package dev.inkling.openai.api;

import dev.inkling.openai.cost.PriceTable;
import dev.inkling.openai.transport.Endpoint;
import dev.inkling.openai.transport.Limits;
import java.util.Set;

/**
 * How an OpenAI-compatible service is used.
 *
 * @param visionModel  describes and compares
 * @param imageModel   generates and edits
 * @param quality      of generated pictures, where the model offers a choice: low, medium, high, auto
 * @param detail       how closely the model looks at pictures: low, high, auto
 * @param maxTokens    most tokens of an answer in words, reasoning included
 * @param pictureHosts hosts that pictures may be fetched from besides the service's own
 * @param prices       what its models cost
 */
public record OpenAiSettings(
        Endpoint endpoint, Limits limits, String visionModel, String imageModel, String quality, String detail,
        int maxTokens, Set<String> pictureHosts, PriceTable prices) {
    public OpenAiSettings {
        pictureHosts = Set.copyOf(pictureHosts);
        if (maxTokens < 1 || maxTokens > 1_000_000) {
            throw new IllegalArgumentException("max-tokens must be 1 to 1000000, found " + maxTokens);
        }
        check("quality", quality, Set.of("low", "medium", "high", "auto"));
        check("detail", detail, Set.of("low", "high", "auto"));
    }

    private static void check(String name, String value, Set<String> known) {
        if (!known.contains(value)) {
            String all = String.join(", ", known.stream().sorted().toList());
            throw new IllegalArgumentException(name + " must be one of " + all + ", found " + value);
        }
    }

    Dialect dialect() {
        return Dialect.of(endpoint.base());
    }

    ImageFamily imageFamily() {
        return ImageFamily.of(imageModel);
    }

    /** The same with another model for descriptions. */
    public OpenAiSettings withVisionModel(String model) {
        return new OpenAiSettings(
                endpoint, limits, model, imageModel, quality, detail, maxTokens, pictureHosts, prices);
    }

    /** The same with another model for pictures. */
    public OpenAiSettings withImageModel(String model) {
        return new OpenAiSettings(
                endpoint, limits, visionModel, model, quality, detail, maxTokens, pictureHosts, prices);
    }
}
