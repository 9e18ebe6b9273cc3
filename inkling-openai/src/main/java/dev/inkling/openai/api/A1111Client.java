package dev.inkling.openai.api;

import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.openai.api.Till.Order;
import dev.inkling.openai.api.Till.Reply;
import dev.inkling.openai.cost.Usage;
import dev.inkling.openai.transport.Call;
import dev.inkling.openai.transport.MalformedAnswerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The functions of A1111-style image servers (stable-diffusion.cpp, Forge, SD.Next) that a picture codec needs.
 * Thread-safe.
 */
public final class A1111Client {
    private static final int MAX_LIST = 4 << 20;
    /** Such servers say nothing of models or tokens. */
    private static final String MODEL = "a1111";

    private final A1111Settings settings;
    private final Till till;

    /** @param till where its calls are booked; of the same server as the settings */
    public A1111Client(A1111Settings settings, Till till) {
        this.settings = settings;
        this.till = till;
    }

    public A1111Settings settings() {
        return settings;
    }

    /** The size to ask for. */
    public ImageSize size(ImageSize wanted) {
        return settings.size(wanted);
    }

    /** Makes a picture from words. */
    public Raster generate(ImageRequest request, String negative) throws ProviderException {
        return ask("sdapi/v1/txt2img", body(request, negative), request);
    }

    /**
     * Makes a picture from words that keeps to another one.
     *
     * @param guide what it keeps to, of the kind that the control goes by
     */
    public Raster generate(ImageRequest request, String negative, Control control, PictureFile guide)
            throws ProviderException {
        ObjectNode json = body(request, negative);
        add(control, guide, json);
        return ask("sdapi/v1/txt2img", json, request);
    }

    /**
     * Makes a picture from another one and words.
     *
     * @param tile keeps the content of tiles; null for none
     */
    public Raster edit(ImageRequest request, String negative, PictureFile picture, @Nullable Control tile)
            throws ProviderException {
        ObjectNode json = body(request, negative);
        json.putArray("init_images").add(picture.base64());
        json.put("denoising_strength", settings.denoise());
        // The picture has the size already: no cropping.
        json.put("resize_mode", 0);
        if (tile != null) {
            add(tile, picture, json);
        }
        return ask("sdapi/v1/img2img", json, request);
    }

    private static void add(Control control, PictureFile guide, ObjectNode json) {
        ObjectNode unit = json.putObject("alwayson_scripts").putObject("controlnet").putArray("args").addObject();
        unit.put("enabled", true).put("module", control.kind().module());
        unit.put("model", control.model()).put("image", guide.base64());
    }

    private ObjectNode body(ImageRequest request, String negative) {
        ObjectNode json = Json.object();
        json.put("prompt", request.prompt());
        json.put("negative_prompt", negative);
        json.put("width", request.size().width());
        json.put("height", request.size().height());
        json.put("steps", settings.steps());
        json.put("cfg_scale", settings.guidance());
        json.put("seed", settings.seed() + request.sample());
        json.put("batch_size", 1).put("n_iter", 1);
        if (!settings.sampler().isEmpty()) {
            json.put("sampler_name", settings.sampler());
        }
        return json;
    }

    private Raster ask(String path, ObjectNode json, ImageRequest request) throws ProviderException {
        Order order = new Order(
                path, "application/json", MODEL, Usage.NONE, PictureFile.maxAnswer(request.size()), request.sample());
        return till.ask(order, Json.bytes(json), body -> {
            JsonNode picture = Json.read(body).path("images").path(0);
            if (!picture.isString()) {
                throw new MalformedAnswerException("the answer has no picture");
            }
            byte[] file = PictureFile.decode(picture.asString());
            return new Reply<>(PictureFile.read(file), new Usage(0, 0, 0, 0, 1), body);
        });
    }

    /** A ControlNet of a kind, where the server has that extension and such a model. */
    public Optional<Control> control(Control.Kind kind) throws ProviderException {
        List<String> models = controlModels();
        for (String name : kind.names()) {
            for (String model : models) {
                if (Control.isNamed(model, name)) {
                    return Optional.of(new Control(kind, model));
                }
            }
        }
        return Optional.empty();
    }

    private List<String> controlModels() throws ProviderException {
        try {
            return till.transport().exchange(Call.get("controlnet/model_list", MAX_LIST), answer -> {
                List<String> models = new ArrayList<>();
                Json.read(answer.body()).path("model_list").forEach(name -> models.add(name.asString("")));
                return models;
            });
        } catch (ProviderException e) {
            if (e.retryable()) {
                throw e;
            }
            // It answers, but has no such function.
            return List.of();
        }
    }

    /** Number of picture models that the server offers; also tells whether it is there. */
    public int models() throws ProviderException {
        return till.transport().exchange(
                Call.get("sdapi/v1/sd-models", MAX_LIST), answer -> Json.list(answer.body()).size());
    }
}
