package dev.inkling.onnx.diffusion;

import static dev.inkling.onnx.NetworkFixture.integer;
import static dev.inkling.onnx.NetworkFixture.integers;
import static dev.inkling.onnx.NetworkFixture.text;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.inkling.onnx.NetworkFixture;
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
        new NetworkFixture()
                .input("input_ids", DataType.INT32, "batch", "77")
                .constants("last", 2)
                .sines("frequencies", 0.4, 1, 1, 1, STATES)
                .sines("places", 1, 0, 1, 77, STATES)
                .node("Cast", "input_ids", "floats", integer("to", DataType.FLOAT.getNumber()))
                .node("Unsqueeze", "floats,last", "tokens")
                .node("Mul", "tokens,frequencies", "angles")
                .node("Add", "angles,places", "placed")
                .node("Sin", "placed", "last_hidden_state")
                .node("ReduceMean", "last_hidden_state", "pooler_output",
                        integers("axes", 1L), integer("keepdims", 0))
                .output("last_hidden_state", DataType.FLOAT, "batch", "77", "8")
                .output("pooler_output", DataType.FLOAT, "batch", "8")
                .writeTo(folder.resolve("text_encoder/model.onnx"));
    }

    /** {@code 0.5 sample + tanh(conv(sample) + a sin(t / 100) + B mean(states) + ...)}. */
    private void writeUNet() throws IOException {
        NetworkFixture graph = new NetworkFixture()
                .input("sample", floats, "batch", "4", "height", "width")
                .input("timestep", timestep, timestepShape)
                .input("encoder_hidden_states", floats, "batch", "length", "8")
                .sines("kernel", 0.2, 0.5, 4, 4, 3, 3)
                .sines("a", 0.3, 2, 4)
                .sines("B", 0.5, 3, STATES, 4)
                .constants("hundredth", new float[] {0.01f})
                .constants("half", new float[] {0.5f})
                .constants("column", 1, 4, 1, 1)
                .constants("one", 1)
                .node("Cast", "sample", "x", toFloat())
                .node("Cast", "encoder_hidden_states", "h", toFloat())
                .node("Cast", "timestep", "t", toFloat())
                .node("Reshape", "t,one", "t1")
                .node("Mul", "t1,hundredth", "t2")
                .node("Sin", "t2", "t3")
                .node("Mul", "t3,a", "t4")
                .node("ReduceMean", "h", "mean", integers("axes", 1L), integer("keepdims", 0))
                .node("MatMul", "mean,B", "words")
                .node("Add", "words,t4", "told0");
        int told = 0;
        if (isGuided) {
            addTo(graph, told++, "timestep_cond", GUIDANCE_WAVES);
        }
        if (isUnclip) {
            addTo(graph, told++, "class_labels", 2 * DIMENSION);
        }
        graph.node("Reshape", "told" + told + ",column", "bias")
                .node("Conv", "x,kernel", "seen", integers("pads", 1L, 1L, 1L, 1L))
                .node("Add", "seen,bias", "sum")
                .node("Tanh", "sum", "bent")
                .node("Mul", "x,half", "kept")
                .node("Add", "kept,bent", "result")
                .node("Cast", "result", "out_sample", integer("to", floats.getNumber()))
                .output("out_sample", floats, "batch", "4", "height", "width")
                .writeTo(folder.resolve("unet/model.onnx"));
    }

    private static AttributeProto toFloat() {
        return integer("to", DataType.FLOAT.getNumber());
    }

    private void addTo(NetworkFixture graph, int told, String input, int width) {
        graph.input(input, floats, "batch", String.valueOf(width))
                .sines(input + "_weights", 0.3, 4, width, 4)
                .node("Cast", input, input + "_floats", toFloat())
                .node("MatMul", input + "_floats," + input + "_weights", input + "_product")
                .node("Add", "told" + told + "," + input + "_product", "told" + (told + 1));
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
        new NetworkFixture()
                .input("latent_sample", DataType.FLOAT, "batch", "4", "height", "width")
                .constants("scales", new float[] {1, 1, 8, 8}, 4)
                .sines("kernel", 0.05, 1, 3, 4, 3, 3)
                .node("Resize", "latent_sample,,scales", "large",
                        text("mode", "linear"), text("coordinate_transformation_mode", "half_pixel"))
                .node("Conv", "large,kernel", "seen", integers("pads", 1L, 1L, 1L, 1L))
                .node("Tanh", "seen", "sample")
                .output("sample", DataType.FLOAT, "batch", "3", "height8", "width8")
                .writeTo(folder.resolve("vae_decoder/model.onnx"));
    }

    /** Means and logarithms of variances. */
    private void writeEncoder() throws IOException {
        new NetworkFixture()
                .input("sample", DataType.FLOAT, "batch", "3", "height", "width")
                .sines("kernel", 4, 0, 8, 3, 1, 1)
                .node("AveragePool", "sample", "small",
                        integers("kernel_shape", 8L, 8L), integers("strides", 8L, 8L))
                .node("Conv", "small,kernel", "latent_parameters")
                .output("latent_parameters", DataType.FLOAT, "batch", "8", "height8", "width8")
                .writeTo(folder.resolve("vae_encoder/model.onnx"));
    }
}
