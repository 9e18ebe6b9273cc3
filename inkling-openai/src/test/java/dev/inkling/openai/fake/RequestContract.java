package dev.inkling.openai.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What requests must be like beyond any schema: only known fields, no tools, no address but of the picture itself. */
final class RequestContract {
    private static final Set<String> CHAT =
            Set.of("model", "messages", "max_tokens", "max_completion_tokens", "response_format");
    private static final Set<String> GENERATION =
            Set.of("model", "prompt", "n", "size", "quality", "output_format", "response_format");
    private static final Set<String> EDIT =
            Set.of("model", "prompt", "n", "size", "quality", "output_format", "response_format", "image");
    private static final Set<String> PAINT = Set.of(
            "prompt", "negative_prompt", "width", "height", "steps", "cfg_scale", "seed", "batch_size", "n_iter",
            "sampler_name", "init_images", "denoising_strength", "resize_mode", "alwayson_scripts");

    private final List<String> faults = new ArrayList<>();

    private RequestContract() {}

    /** What is wrong with a request; empty when nothing is. */
    static List<String> violations(FakeRequest request) {
        RequestContract contract = new RequestContract();
        if (request.method().equals("POST")) {
            contract.check(request);
        }
        return contract.faults;
    }

    private void check(FakeRequest request) {
        JsonNode json = request.json();
        expect(request.header("idempotency-key").length() >= 32, "no idempotency key");
        switch (request.path()) {
            case "/chat/completions" -> checkChat(json);
            case "/images/generations" -> checkImage(json, GENERATION);
            case "/images/edits" -> checkEdit(request, json);
            case "/sdapi/v1/txt2img", "/sdapi/v1/img2img" -> checkPaint(json, request.path().endsWith("img2img"));
            default -> faults.add("unknown path " + request.path());
        }
    }

    private void checkChat(JsonNode json) {
        expectOnly(json, CHAT);
        expect(!json.path("model").asString("").isEmpty(), "no model");
        expect(json.has("max_tokens") != json.has("max_completion_tokens"), "not one limit on tokens");
        expect(json.path("messages").size() == 2, "not a question that stands alone");
        expect(json.path("messages").path(0).path("role").asString("").equals("system"), "no instructions");
        JsonNode schema = json.path("response_format").path("json_schema");
        expect(schema.path("strict").asBoolean(false), "an answer without a schema");
        expect(!schema.path("schema").path("additionalProperties").asBoolean(true), "a schema that is open");
        for (JsonNode part : json.path("messages").path(1).path("content")) {
            if (part.path("type").asString("").equals("image_url")) {
                String url = part.path("image_url").path("url").asString("");
                expect(url.startsWith("data:image/"), "a picture that is not in the request");
            }
        }
    }

    private void checkImage(JsonNode json, Set<String> known) {
        expectOnly(json, known);
        String model = json.path("model").asString("");
        expect(json.path("n").asInt(0) == 1, "not one picture");
        expect(json.path("size").asString("").matches("\\d+x\\d+"), "no size");
        expect(!model.startsWith("gpt-image") || !json.has("response_format"), model + " takes no response_format");
        expect(!model.startsWith("dall-e") || !json.has("output_format"), model + " takes no output_format");
        expect(!json.path("prompt").asString("").isBlank(), "no prompt");
        expect(json.path("prompt").asString("").length() <= 4000, "a prompt too long for some models");
    }

    private void checkEdit(FakeRequest request, JsonNode json) {
        checkImage(json, EDIT);
        int files = request.pictures().size();
        expect(files >= 1 && files <= 16, "no picture to edit");
        for (FakeRequest.Picture picture : request.pictures()) {
            expect(picture.type().equals("image/png") && picture.content().startsWith("\u0089PNG"), "a file that is no PNG");
        }
    }

    private void checkPaint(JsonNode json, boolean edit) {
        expectOnly(json, PAINT);
        expect(json.path("width").asInt(1) % 64 == 0 && json.path("height").asInt(1) % 64 == 0, "sides not in steps");
        expect(edit == json.has("init_images"), "a picture where there should be none, or none");
        expect(!edit || json.path("denoising_strength").isNumber(), "no denoising strength");
    }

    private void expectOnly(JsonNode json, Set<String> known) {
        for (String name : json.propertyNames()) {
            expect(known.contains(name), "unknown field " + name);
        }
    }

    private void expect(boolean truth, String otherwise) {
        if (!truth) {
            faults.add(otherwise);
        }
    }
}
