package dev.inkling.onnx.describe;

import static dev.inkling.onnx.NetworkFixture.integer;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.inkling.onnx.NetworkFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Captioners with the signatures of published ones. What follows a token is a row of a table, plus {@code bySum} times the
 * sum of all tokens so far, plus {@code byLight} times how light the picture is, -1 to 1.
 */
final class CaptionFixture {
    /** The first begins a text, the second ends it. */
    static final String[] TOKENS = {"<s>", "</s>", "\u0120a", "\u0120cat", "\u0120dog", "\u0120the", "\u0120bird"};

    private static final int WORDS = TOKENS.length;

    private final float[] table;
    private final float[] bySum;
    private final float[] byLight;

    /** @param table a row for each token */
    CaptionFixture(float[] table, float[] bySum, float[] byLight) {
        this.table = table;
        this.bySum = bySum;
        this.byLight = byLight;
    }

    /** Encoder, tokenizer and configuration: all but the decoder. */
    static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("onnx"));
        Files.writeString(folder.resolve("config.json"), """
                {"model_type": "vision-encoder-decoder", "decoder": {"max_length": 20},
                 "decoder_start_token_id": 0, "eos_token_id": 1}
                """);
        Files.writeString(folder.resolve("preprocessor_config.json"), """
                {"do_resize": true, "size": {"height": 8, "width": 8}, "resample": 2, "do_normalize": true,
                 "image_mean": [0.5, 0.5, 0.5], "image_std": [0.5, 0.5, 0.5]}
                """);
        StringBuilder vocabulary = new StringBuilder("{");
        for (int token = 0; token < WORDS; token++) {
            vocabulary.append(token == 0 ? "" : ",").append('"').append(TOKENS[token]).append("\":").append(token);
        }
        Files.writeString(folder.resolve("tokenizer.json"), "{\"model\": {\"type\": \"BPE\", \"vocab\": " + vocabulary
                + "}}, \"added_tokens\": [{\"id\": 0, \"content\": \"<s>\", \"special\": true},"
                + " {\"id\": 1, \"content\": \"</s>\", \"special\": true}]}");
        new NetworkFixture().floats("pixel_values", "b", "3", "8", "8")
                .constants("second", 1)
                .mean("pixel_values", "means", 2L, 3L)
                .node("Unsqueeze", "means,second", "last_hidden_state")
                .writeTo(folder.resolve("onnx/encoder_model.onnx"), "last_hidden_state", "b", "p", "3");
        return folder;
    }

    /** One network for all tokens, which remembers. */
    Path merged(Path folder) throws IOException {
        return merged(folder, new NetworkFixture().integers("input_ids", "b", "s"));
    }

    /**
     * An encoder that is asked a question, and a decoder that is given vectors of tokens, as those of Florence-2. The vector
     * of a token is its number and two zeros.
     */
    Path prompted(Path folder) throws IOException {
        Files.move(folder.resolve("onnx/encoder_model.onnx"), folder.resolve("onnx/vision_encoder.onnx"));
        new NetworkFixture().integers("input_ids", "b", "s")
                .constants("first", new float[] {1, 0, 0}, 3)
                .constants("last", 2)
                .node("Cast", "input_ids", "numbers", integer("to", 1))
                .node("Unsqueeze", "numbers,last", "column")
                .node("Mul", "column,first", "inputs_embeds")
                .writeTo(folder.resolve("onnx/embed_tokens.onnx"), "inputs_embeds", "b", "s", "3");
        new NetworkFixture().floats("inputs_embeds", "b", "s", "3").integers("attention_mask", "b", "s")
                .constants("picture", 0)
                .node("Gather", "inputs_embeds,picture", "last_hidden_state", integer("axis", 1))
                .writeTo(folder.resolve("onnx/encoder_model.onnx"), "last_hidden_state", "b", "p", "3");
        return merged(folder, new NetworkFixture().floats("inputs_embeds", "b", "s", "3")
                .constants("number", 0)
                .constants("width", 2)
                .node("Gather", "inputs_embeds,number", "numbers_alone", integer("axis", 2))
                .node("Squeeze", "numbers_alone,width", "real_numbers")
                .node("Cast", "real_numbers", "input_ids", integer("to", 7)));
    }

    /** @param tokens makes {@code input_ids} of what the network is given */
    private Path merged(Path folder, NetworkFixture tokens) throws IOException {
        NetworkFixture fixture = withTables(tokens)
                .floats("encoder_hidden_states", "b", "p", "3")
                .floats("past_key_values.0.decoder.key", "b", "1", "past", "1")
                .floats("past_key_values.0.encoder.key", "b", "1", "seen", "3")
                .truths("use_cache_branch", "1");
        // The branch for later tokens answers an empty stand-in for what the picture is remembered by.
        AttributeProto used = branch("then_branch", NodeProto.newBuilder()
                .setOpType("Identity").addInput("past_key_values.0.encoder.key").addOutput("kept"), "kept");
        AttributeProto fresh = branch("else_branch", NodeProto.newBuilder()
                .setOpType("Identity").addInput("seen").addOutput("new"), "new");
        AttributeProto empty = branch("then_branch", NodeProto.newBuilder()
                .setOpType("Slice").addInput("seen").addInput("zero").addInput("zero").addInput("zero")
                .addOutput("none"), "none");
        fixture.node("Unsqueeze", "encoder_hidden_states,one", "seen")
                .node("If", "use_cache_branch", "picture", used, fresh)
                .node("If", "use_cache_branch", "present.0.encoder.key", empty, fresh);
        remembering(fixture).output("present.0.encoder.key", "b", "1", "q", "3")
                .writeTo(folder.resolve("onnx/decoder_model_merged.onnx"));
        return folder;
    }

    /** One network for the first token, and one for the rest, which remember. */
    Path divided(Path folder) throws IOException {
        plainWithMemory().writeTo(folder.resolve("onnx/decoder_model.onnx"));
        remembering(base()
                .floats("past_key_values.0.decoder.key", "b", "1", "past", "1")
                .floats("past_key_values.0.encoder.key", "b", "1", "seen", "3")
                .node("Identity", "past_key_values.0.encoder.key", "picture"))
                .writeTo(folder.resolve("onnx/decoder_with_past_model.onnx"));
        return folder;
    }

    /** One network that remembers nothing, as BLIP's is. */
    Path plain(Path folder) throws IOException {
        plainWithMemory()
                .integers("attention_mask", "b", "s")
                .integers("encoder_attention_mask", "b", "p")
                .writeTo(folder.resolve("onnx/text_decoder_model.onnx"));
        return folder;
    }

    private NetworkFixture base() {
        return withTables(new NetworkFixture().integers("input_ids", "b", "s"));
    }

    private NetworkFixture withTables(NetworkFixture fixture) {
        return fixture
                .constants("table", table, WORDS, WORDS)
                .constants("by_sum", bySum, WORDS)
                .constants("by_light", byLight, WORDS)
                .constants("zero", 0)
                .constants("one", 1)
                .constants("ends", 1, 3);
    }

    /** For tokens without a past: the memory is what it says beside the logits. */
    private NetworkFixture plainWithMemory() {
        NetworkFixture fixture = base()
                .floats("encoder_hidden_states", "b", "p", "3")
                .constants("along", 1)
                .node("Squeeze", "along", "axis")
                .node("Unsqueeze", "encoder_hidden_states,one", "picture")
                .node("Cast", "input_ids", "numbers", integer("to", 1))
                .node("CumSum", "numbers,axis", "sums")
                .node("Unsqueeze", "numbers,ends", "present.0.decoder.key")
                .node("Identity", "picture", "present.0.encoder.key");
        return logits(fixture)
                .output("present.0.decoder.key", "b", "1", "t", "1")
                .output("present.0.encoder.key", "b", "1", "q", "3");
    }

    /** For one token with a past. */
    private NetworkFixture remembering(NetworkFixture fixture) {
        fixture.constants("middle", 2, 3)
                .node("Cast", "input_ids", "numbers", integer("to", 1))
                .node("Unsqueeze", "numbers,ends", "key")
                .node("Concat", "past_key_values.0.decoder.key,key", "present.0.decoder.key", integer("axis", 2))
                .node("ReduceSum", "present.0.decoder.key,middle", "sums", integer("keepdims", 0));
        return logits(fixture).output("present.0.decoder.key", "b", "1", "t", "1");
    }

    private static NetworkFixture logits(NetworkFixture fixture) {
        return fixture
                .constants("last", 2)
                .constants("pair", 1, 2)
                .node("Gather", "table,input_ids", "rows", integer("axis", 0))
                .node("Unsqueeze", "sums,last", "column")
                .node("Mul", "column,by_sum", "summed")
                .mean("picture", "light", 1L, 2L, 3L)
                .node("Unsqueeze", "light,pair", "lights")
                .node("Mul", "lights,by_light", "lit")
                .node("Add", "rows,summed", "half")
                .node("Add", "half,lit", "logits")
                .output("logits", "b", "s", Integer.toString(WORDS));
    }

    private static AttributeProto branch(String name, NodeProto.Builder node, String output) {
        GraphProto graph = GraphProto.newBuilder().setName(name).addNode(node)
                .addOutput(NetworkFixture.value(output, TensorProto.DataType.FLOAT, "b", "1", "q", "3"))
                .build();
        return AttributeProto.newBuilder()
                .setName(name).setG(graph).setType(AttributeProto.AttributeType.GRAPH).build();
    }

    /** @param args folder to write a captioner to that says "a cat", such as the models of the tests of the command */
    public static void main(String[] args) throws IOException {
        float[] table = new float[WORDS * WORDS];
        table[2] = 1;
        table[2 * WORDS + 3] = 1;
        table[3 * WORDS + 1] = 1;
        new CaptionFixture(table, new float[WORDS], new float[WORDS]).merged(folder(Path.of(args[0])));
    }
}
