package dev.inkling.onnx.diffusion;

import static dev.inkling.onnx.diffusion.GraphFixture.number;
import static dev.inkling.onnx.diffusion.GraphFixture.numbers;
import static dev.inkling.onnx.diffusion.GraphFixture.text;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.inkling.onnx.models.ModelFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes a model of a few hundred weights that is laid out, named and shaped as Stable Diffusion is. It was trained on
 * pictures of 64x64, so to speak: what it makes looks like nothing, but depends on all that it is given.
 */
final class DiffusionFixture {
    /** Models for the tests of other modules. */
    static final Path SHIPPED = Path.of("..", "testdata", "diffusion");

    static final Path SHIPPED_UNCLIP = Path.of("..", "testdata", "unclip");

    /** Components of the vectors that the unCLIP model is for. */
    static final int DIMENSION = 64;

    /** The sampler of Stable Diffusion 1.5. */
    static final String STABLE_DIFFUSION = """
            {"_class_name": "PNDMScheduler", "beta_end": 0.012, "beta_schedule": "scaled_linear", "beta_start": 0.00085,
             "clip_sample": false, "num_train_timesteps": 1000, "set_alpha_to_one": false, "skip_prk_steps": true,
             "steps_offset": 1, "trained_betas": null}
            """;

    /** The sampler of SD-Turbo. */
    static final String TURBO = """
            {"_class_name": "EulerDiscreteScheduler", "beta_end": 0.012, "beta_schedule": "scaled_linear",
             "beta_start": 0.00085, "num_train_timesteps": 1000, "prediction_type": "epsilon",
             "timestep_spacing": "trailing", "use_karras_sigmas": false}
            """;

    /** The sampler of a latent consistency model. */
    static final String CONSISTENCY = """
            {"_class_name": "LCMScheduler", "beta_end": 0.012, "beta_schedule": "scaled_linear", "beta_start": 0.00085,
             "num_train_timesteps": 1000, "original_inference_steps": 50, "prediction_type": "epsilon"}
            """;

    /** The sampler of Stable unCLIP. */
    static final String UNCLIP = """
            {"_class_name": "PNDMScheduler", "beta_end": 0.012, "beta_schedule": "scaled_linear", "beta_start": 0.00085,
             "num_train_timesteps": 1000, "prediction_type": "v_prediction", "set_alpha_to_one": false,
             "steps_offset": 1}
            """;

    /** Width of the states of a text. */
    private static final int STATES = 8;

    private static final int GUIDANCE_WAVES = 32;

    private final Path folder;
    private String scheduler = STABLE_DIFFUSION;
    private DataType timestep = DataType.INT64;
    private String[] timestepShape = {"batch"};
    private DataType floats = DataType.FLOAT;
    private boolean isGuided;
    private boolean isUnclip;

    DiffusionFixture(Path folder) {
        this.folder = folder;
    }

    DiffusionFixture scheduler(String json) {
        scheduler = json;
        return this;
    }

    /** What the U-Net takes timesteps as. */
    DiffusionFixture timestep(DataType type, String... shape) {
        timestep = type;
        timestepShape = shape;
        return this;
    }

    /** The U-Net takes 16-bit floats and returns them. */
    DiffusionFixture halfPrecision() {
        floats = DataType.FLOAT16;
        return this;
    }

    /** The U-Net is told how much guidance there is. */
    DiffusionFixture guided() {
        isGuided = true;
        return this;
    }

    /** The U-Net is told a vector and how noisy it is. */
    DiffusionFixture unclip() {
        isUnclip = true;
        return scheduler(UNCLIP);
    }

    ModelFolder write() throws IOException {
        write("model_index.json", "{\"_class_name\": \"StableDiffusionPipeline\"}\n");
        write("scheduler/scheduler_config.json", scheduler);
        write("unet/config.json", "{\"in_channels\": 4, \"out_channels\": 4, \"sample_size\": 8}\n");
        write("vae_decoder/config.json", "{\"block_out_channels\": [4, 4, 4, 4], \"scaling_factor\": 0.18215}\n");
        writeTokenizer();
        writeTextEncoder();
        writeUNet();
        writeDecoder();
        writeEncoder();
        if (isUnclip) {
            writeNormaliser();
        }
        return new ModelFolder(folder);
    }

    void write(String file, String content) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), content);
    }

    /** Letters, letters at ends of words, one merge, start and end. */
    private void writeTokenizer() throws IOException {
        List<String> tokens = new ArrayList<>();
        for (String end : List.of("", "</w>")) {
            for (char letter = 'a'; letter <= 'z'; letter++) {
                tokens.add(letter + end);
            }
        }
        tokens.addAll(List.of("re", ",</w>", ".</w>", "<|startoftext|>", "<|endoftext|>"));
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < tokens.size(); i++) {
            json.append(i == 0 ? "" : ", ").append('"').append(tokens.get(i)).append("\": ").append(i);
        }
        write("tokenizer/vocab.json", json.append("}\n").toString());
        write("tokenizer/merges.txt", "#version: 0.2\nr e\n");
    }

    /** States are sines of tokens and places. */
    private void writeTextEncoder() throws IOException {
        new GraphFixture()
                .input("input_ids", DataType.INT32, "batch", "77")
                .integers("last", 2)
                .weights("frequencies", 0.4, 1, 1, 1, STATES)
                .weights("places", 1, 0, 1, 77, STATES)
                .node("floats", "Cast", List.of("input_ids"), number("to", DataType.FLOAT.getNumber()))
                .node("tokens", "Unsqueeze", List.of("floats", "last"))
                .node("angles", "Mul", List.of("tokens", "frequencies"))
                .node("placed", "Add", List.of("angles", "places"))
                .node("last_hidden_state", "Sin", List.of("placed"))
                .node("pooler_output", "ReduceMean", List.of("last_hidden_state"),
                        numbers("axes", 1L), number("keepdims", 0))
                .output("last_hidden_state", DataType.FLOAT, "batch", "77", "8")
                .output("pooler_output", DataType.FLOAT, "batch", "8")
                .writeTo(folder.resolve("text_encoder/model.onnx"));
    }

    /** {@code 0.5 sample + tanh(conv(sample) + a sin(t / 100) + B mean(states) + ...)}. */
    private void writeUNet() throws IOException {
        GraphFixture graph = new GraphFixture()
                .input("sample", floats, "batch", "4", "height", "width")
                .input("timestep", timestep, timestepShape)
                .input("encoder_hidden_states", floats, "batch", "length", "8")
                .weights("kernel", 0.2, 0.5, 4, 4, 3, 3)
                .weights("a", 0.3, 2, 4)
                .weights("B", 0.5, 3, STATES, 4)
                .floats("hundredth", new float[] {0.01f})
                .floats("half", new float[] {0.5f})
                .integers("column", 1, 4, 1, 1)
                .integers("one", 1)
                .node("x", "Cast", List.of("sample"), toFloat())
                .node("h", "Cast", List.of("encoder_hidden_states"), toFloat())
                .node("t", "Cast", List.of("timestep"), toFloat())
                .node("t1", "Reshape", List.of("t", "one"))
                .node("t2", "Mul", List.of("t1", "hundredth"))
                .node("t3", "Sin", List.of("t2"))
                .node("t4", "Mul", List.of("t3", "a"))
                .node("mean", "ReduceMean", List.of("h"), numbers("axes", 1L), number("keepdims", 0))
                .node("words", "MatMul", List.of("mean", "B"))
                .node("told0", "Add", List.of("words", "t4"));
        int told = 0;
        if (isGuided) {
            addTo(graph, told++, "timestep_cond", GUIDANCE_WAVES);
        }
        if (isUnclip) {
            addTo(graph, told++, "class_labels", 2 * DIMENSION);
        }
        graph.node("bias", "Reshape", List.of("told" + told, "column"))
                .node("seen", "Conv", List.of("x", "kernel"), numbers("pads", 1L, 1L, 1L, 1L))
                .node("sum", "Add", List.of("seen", "bias"))
                .node("bent", "Tanh", List.of("sum"))
                .node("kept", "Mul", List.of("x", "half"))
                .node("result", "Add", List.of("kept", "bent"))
                .node("out_sample", "Cast", List.of("result"), number("to", floats.getNumber()))
                .output("out_sample", floats, "batch", "4", "height", "width")
                .writeTo(folder.resolve("unet/model.onnx"));
    }

    private static AttributeProto toFloat() {
        return number("to", DataType.FLOAT.getNumber());
    }

    private void addTo(GraphFixture graph, int told, String input, int width) {
        graph.input(input, floats, "batch", String.valueOf(width))
                .weights(input + "_weights", 0.3, 4, width, 4)
                .node(input + "_floats", "Cast", List.of(input), toFloat())
                .node(input + "_product", "MatMul", List.of(input + "_floats", input + "_weights"))
                .node("told" + (told + 1), "Add", List.of("told" + told, input + "_product"));
    }

    /** Means of 0.1 sin(i), deviations of 0.5 and more. */
    private void writeNormaliser() throws IOException {
        write("image_noising_scheduler/scheduler_config.json", """
                {"_class_name": "DDPMScheduler", "beta_schedule": "squaredcos_cap_v2", "clip_sample": true,
                 "num_train_timesteps": 1000}
                """);
        int bytes = Float.BYTES * DIMENSION;
        byte[] heading = String.format(
                        Locale.ROOT,
                        "{\"mean\":{\"dtype\":\"F32\",\"shape\":[1,%d],\"data_offsets\":[0,%d]},"
                                + "\"std\":{\"dtype\":\"F32\",\"shape\":[1,%d],\"data_offsets\":[%d,%d]}}",
                        DIMENSION, bytes, DIMENSION, bytes, 2 * bytes)
                .getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(Long.BYTES + heading.length + 2 * bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(heading.length).put(heading);
        for (int i = 0; i < DIMENSION; i++) {
            file.putFloat((float) (0.1 * StrictMath.sin(i)));
        }
        for (int i = 0; i < DIMENSION; i++) {
            file.putFloat((float) (0.5 + 0.01 * i));
        }
        Path target = folder.resolve("image_normalizer/diffusion_pytorch_model.safetensors");
        Files.createDirectories(target.getParent());
        Files.write(target, file.array());
    }

    private void writeDecoder() throws IOException {
        new GraphFixture()
                .input("latent_sample", DataType.FLOAT, "batch", "4", "height", "width")
                .floats("scales", new float[] {1, 1, 8, 8}, 4)
                .weights("kernel", 0.05, 1, 3, 4, 3, 3)
                .node("large", "Resize", List.of("latent_sample", "", "scales"),
                        text("mode", "linear"), text("coordinate_transformation_mode", "half_pixel"))
                .node("seen", "Conv", List.of("large", "kernel"), numbers("pads", 1L, 1L, 1L, 1L))
                .node("sample", "Tanh", List.of("seen"))
                .output("sample", DataType.FLOAT, "batch", "3", "height8", "width8")
                .writeTo(folder.resolve("vae_decoder/model.onnx"));
    }

    /** Means and logarithms of variances. */
    private void writeEncoder() throws IOException {
        new GraphFixture()
                .input("sample", DataType.FLOAT, "batch", "3", "height", "width")
                .weights("kernel", 4, 0, 8, 3, 1, 1)
                .node("small", "AveragePool", List.of("sample"),
                        numbers("kernel_shape", 8L, 8L), numbers("strides", 8L, 8L))
                .node("latent_parameters", "Conv", List.of("small", "kernel"))
                .output("latent_parameters", DataType.FLOAT, "batch", "8", "height8", "width8")
                .writeTo(folder.resolve("vae_encoder/model.onnx"));
    }
}
