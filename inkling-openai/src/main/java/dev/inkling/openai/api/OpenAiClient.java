package dev.inkling.openai.api;

import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.openai.api.Till.Order;
import dev.inkling.openai.cost.Usage;
import dev.inkling.openai.transport.Call;
import dev.inkling.openai.transport.PictureFetcher;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The functions of an OpenAI-compatible service that a picture codec needs. Thread-safe. */
public final class OpenAiClient {
    private static final String JSON = "application/json";
    private static final int MAX_TEXT = 1 << 20;
    private static final int MAX_LIST = 4 << 20;

    private final OpenAiSettings settings;
    private final Till till;
    private final ChatAnswer chatAnswer;
    private final ImageAnswer imageAnswer;

    /** @param till where its calls are paid; of the same service as the settings */
    public OpenAiClient(OpenAiSettings settings, Till till) {
        this.settings = settings;
        this.till = till;
        String name = settings.endpoint().name();
        this.chatAnswer = new ChatAnswer(name);
        this.imageAnswer = new ImageAnswer(name, new PictureFetcher(
                settings.endpoint().base(), settings.pictureHosts(), settings.limits()));
    }

    public OpenAiSettings settings() {
        return settings;
    }

    /**
     * Asks a model that sees.
     *
     * @param check what the JSON must be like; the question is asked again when it throws
     */
    public <T> T chat(ChatRequest request, AnswerCheck<T> check) throws ProviderException {
        Order order = new Order(
                "chat/completions", JSON, settings.visionModel(), Estimate.chat(request, settings), MAX_TEXT,
                request.sample());
        return till.ask(order, Json.bytes(request.json(settings)), body -> chatAnswer.read(body, check));
    }

    /** The size to ask the image model for: of those it makes the nearest in shape. */
    public ImageSize size(ImageSize wanted) {
        return settings.imageFamily().nearest(wanted);
    }

    /** Makes a picture from words. */
    public Raster generate(ImageRequest request) throws ProviderException {
        ImageFamily family = settings.imageFamily();
        ObjectNode json = Json.object();
        json.put("model", settings.imageModel());
        json.put("prompt", request.prompt());
        json.put("n", 1);
        json.put("size", request.size().toString());
        if (family.choosesQuality()) {
            json.put("quality", settings.quality());
            json.put("output_format", "png");
        }
        if (family.choosesFormat()) {
            json.put("response_format", "b64_json");
        }
        Order order = new Order(
                "images/generations", JSON, settings.imageModel(), Estimate.image(request, List.of(), settings),
                PictureFile.maxAnswer(request.size()), request.sample());
        return till.ask(order, Json.bytes(json), imageAnswer::read);
    }

    /**
     * Makes a picture from other pictures and words.
     *
     * @param pictures 1 to 16; the first is the one to edit
     */
    public Raster edit(ImageRequest request, List<PictureFile> pictures) throws ProviderException {
        checkEdits();
        ImageFamily family = settings.imageFamily();
        Multipart form = new Multipart();
        form.field("model", settings.imageModel());
        form.field("prompt", request.prompt());
        form.field("n", "1");
        form.field("size", request.size().toString());
        if (family.choosesQuality()) {
            form.field("quality", settings.quality());
            form.field("output_format", "png");
        }
        if (family.choosesFormat()) {
            form.field("response_format", "b64_json");
        }
        for (PictureFile picture : pictures) {
            form.file(pictures.size() == 1 ? "image" : "image[]", picture);
        }
        Order order = new Order(
                "images/edits", form.contentType(), settings.imageModel(), Estimate.image(request, pictures, settings),
                PictureFile.maxAnswer(request.size()), request.sample());
        return till.ask(order, form.bytes(), imageAnswer::read);
    }

    private void checkEdits() throws ProviderException {
        if (!settings.imageFamily().edits()) {
            throw new ProviderException(settings.endpoint().name(), false, settings.imageModel()
                    + " makes pictures from words only, and this needs one that edits: choose a gpt-image model, an"
                    + " image server (--generator a1111) or --generator embedded");
        }
    }

    /**
     * What a question may use at most.
     *
     * @param chars    length of all that is said to the model
     * @param pictures how many pictures it looks at
     */
    public Usage mostOfChat(int chars, int pictures) {
        return Estimate.chat(chars, pictures, settings);
    }

    /** What a picture may use at most. */
    public Usage mostOfImage(int chars, int pictures) {
        return Estimate.image(chars, pictures, settings);
    }

    /** Names of the models that the service offers; also tells whether it accepts the key. */
    public List<String> models() throws ProviderException {
        return till.transport().exchange(Call.get("models", MAX_LIST), answer -> {
            List<String> names = new ArrayList<>();
            for (JsonNode model : Json.read(answer.body()).path("data")) {
                names.add(model.path("id").asString(""));
            }
            return names;
        });
    }
}
