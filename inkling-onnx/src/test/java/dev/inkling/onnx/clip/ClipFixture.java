package dev.inkling.onnx.clip;

import static dev.inkling.onnx.NetworkFixture.integer;
import static dev.inkling.onnx.NetworkFixture.integers;

import dev.inkling.onnx.NetworkFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Folders as those of published models, with the true signatures and random weights, the same on every machine. */
final class ClipFixture {
    /** Dimension of the vectors. */
    static final String DIMENSION = "64";

    /** Folders with made-up tokenizers. */
    static final Path TOKENIZERS = Path.of("src", "test", "resources", "dev", "inkling", "onnx", "clip");

    private static final String CLIP_CONFIG = "{\"model_type\": \"clip\", \"projection_dim\": 64, \"text_config\":"
            + " {\"max_position_embeddings\": 16}, \"vision_config\": {\"image_size\": 32}}\n";
    private static final String CLIP_PICTURES = "{\"do_resize\": true, \"size\": {\"shortest_edge\": 32}, \"resample\": 3,"
            + " \"do_center_crop\": true, \"crop_size\": {\"height\": 32, \"width\": 32}, \"do_rescale\": true,"
            + " \"rescale_factor\": 0.00392156862745098, \"do_normalize\": true, \"image_mean\": [0.48145466, 0.4578275,"
            + " 0.40821073], \"image_std\": [0.26862954, 0.26130258, 0.27577711]}\n";
    private static final String SIGLIP_PICTURES = "{\"size\": {\"height\": 32, \"width\": 32}, \"resample\": 3,"
            + " \"image_mean\": [0.5, 0.5, 0.5], \"image_std\": [0.5, 0.5, 0.5]}\n";

    private ClipFixture() {}

    /** Two towers, and masks of the padding. */
    static Path clip(Path folder) throws IOException {
        files(folder, "clip", CLIP_CONFIG, CLIP_PICTURES);
        vision(new NetworkFixture()).output("image_embeds", "n", DIMENSION)
                .writeTo(folder.resolve("onnx/vision_model.onnx"));
        masked(new NetworkFixture()).output("text_embeds", "n", DIMENSION)
                .writeTo(folder.resolve("onnx/text_model.onnx"));
        return folder;
    }

    /** Both towers in one network, quantised by its name. */
    static Path combined(Path folder) throws IOException {
        files(folder, "clip", CLIP_CONFIG, CLIP_PICTURES);
        masked(vision(new NetworkFixture()))
                .node("Transpose", "image_embeds", "across")
                .node("MatMul", "text_embeds,across", "logits_per_text")
                .output("logits_per_text", "t", "i")
                .output("text_embeds", "t", DIMENSION)
                .output("image_embeds", "i", DIMENSION)
                .writeTo(folder.resolve("onnx/model_quantized.onnx"));
        return folder;
    }

    /** Two towers without masks, whose vectors have other names; one text at a time. */
    static Path siglip(Path folder) throws IOException {
        files(folder, "siglip", "{\"model_type\": \"siglip\"}\n", SIGLIP_PICTURES);
        vision(new NetworkFixture()).node("Identity", "image_embeds", "pooler_output")
                .output("last_hidden_state", "n", "4", "4", DIMENSION).output("pooler_output", "n", DIMENSION)
                .node("Transpose", "active", "last_hidden_state", integers("perm", 0L, 2L, 3L, 1L))
                .writeTo(folder.resolve("onnx/vision_model.onnx"));
        embedded(new NetworkFixture().integers("input_ids", "1", "64"), 64)
                .mean("placed", "mean", 1L)
                .node("MatMul", "mean,projection", "pooler_output")
                .output("pooler_output", "1", DIMENSION)
                .writeTo(folder.resolve("onnx/text_model.onnx"));
        return folder;
    }

    /** A text tower that takes any number of tokens, and counts its padding unless there are masks. */
    static Path open(Path folder, boolean masks, String context) throws IOException {
        files(folder, "clip", CLIP_CONFIG, CLIP_PICTURES);
        NetworkFixture fixture = new NetworkFixture().integers("input_ids", "t", context)
                .weights("tokens", 1, 524, 24)
                .weights("projection", 24, 24, 64)
                .node("Gather", "tokens,input_ids", "placed", integer("axis", 0));
        if (masks) {
            sumOfMasked(fixture.integers("attention_mask", "t", context));
        } else {
            fixture.mean("placed", "sum", 1L);
        }
        fixture.node("MatMul", "sum,projection", "text_embeds").output("text_embeds", "t", DIMENSION)
                .writeTo(folder.resolve("onnx/text_model.onnx"));
        return folder;
    }

    private static void files(Path folder, String tokenizer, String config, String pictures) throws IOException {
        Files.createDirectories(folder.resolve("onnx"));
        Files.writeString(folder.resolve("config.json"), config);
        Files.writeString(folder.resolve("preprocessor_config.json"), pictures);
        for (String file : new String[] {"tokenizer.json", "tokenizer_config.json"}) {
            Files.copy(TOKENIZERS.resolve(tokenizer).resolve(file), folder.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static NetworkFixture vision(NetworkFixture fixture) {
        return fixture.floats("pixel_values", "n", "3", "32", "32")
                .weights("filters", 192, 64, 3, 8, 8)
                .weights("image_projection", 64, 64, 64)
                .node("Conv", "pixel_values,filters", "conv", integers("strides", 8L, 8L))
                .node("Relu", "conv", "active")
                .mean("active", "pooled", 2L, 3L)
                .node("MatMul", "pooled,image_projection", "image_embeds");
    }

    /** Embeddings of the tokens, which depend on the place: {@code placed}, and the weights {@code projection}. */
    private static NetworkFixture embedded(NetworkFixture fixture, int context) {
        return fixture
                .weights("tokens", 1, 524, 24)
                .weights("places", 1, context, 24)
                .weights("projection", 24, 24, 64)
                .node("Gather", "tokens,input_ids", "embedded", integer("axis", 0))
                .node("Tanh", "places", "shifts")
                .node("Add", "embedded,shifts", "placed");
    }

    /** The sum of those that the mask shows: {@code text_embeds}. */
    private static NetworkFixture masked(NetworkFixture fixture) {
        return sumOfMasked(embedded(
                        fixture.integers("input_ids", "t", "16").integers("attention_mask", "t", "16"), 16))
                .node("MatMul", "sum,projection", "text_embeds");
    }

    private static NetworkFixture sumOfMasked(NetworkFixture fixture) {
        return fixture
                .constants("one", 1)
                .constants("last", 2)
                .node("Cast", "attention_mask", "shown", integer("to", 1))
                .node("Unsqueeze", "shown,last", "column")
                .node("Mul", "placed,column", "kept")
                .node("ReduceSum", "kept,one", "sum", integer("keepdims", 0));
    }

    /** @param args folder to write the first of them to, such as the models of the tests of the command */
    public static void main(String[] args) throws IOException {
        clip(Path.of(args[0]));
    }
}
