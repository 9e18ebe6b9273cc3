package dev.inkling.openai.api;

import dev.inkling.openai.cost.Usage;
import java.util.List;

/** What a call may use, before it is made: rather too much than too little. */
final class Estimate {
    /** English has four chars or more a token; other scripts down to one. */
    private static final int CHARS_PER_TOKEN = 2;
    /** Schema, roles and separators. */
    private static final int FRAME_TOKENS = 400;
    /** A picture of up to 1024 pixels a side costs 85 to 1,600 tokens with most models. */
    private static final int PICTURE_TOKENS = 2_500;
    /** This one counts pictures as 33 times as many tokens as its larger sister, so that they cost the same. */
    private static final String DEAR_PICTURES = "gpt-4o-mini";
    private static final int DEAR_PICTURE_TOKENS = 37_000;
    /** Pictures sent to image models, at high fidelity. */
    private static final int EDITED_TOKENS = 7_000;

    private Estimate() {}

    static Usage chat(ChatRequest request, OpenAiSettings settings) {
        return chat(request.instructions().length() + request.text().length(), request.pictures().size(), settings);
    }

    /** @param chars length of all that is said to the model */
    static Usage chat(int chars, int pictures, OpenAiSettings settings) {
        int each = settings.visionModel().startsWith(DEAR_PICTURES) ? DEAR_PICTURE_TOKENS : PICTURE_TOKENS;
        return new Usage(
                FRAME_TOKENS + chars / CHARS_PER_TOKEN, (long) each * pictures, settings.maxTokens(), 0, 0);
    }

    static Usage image(ImageRequest request, List<PictureFile> pictures, OpenAiSettings settings) {
        return image(request.prompt().length(), pictures.size(), settings);
    }

    /**
     * The tokens of a picture made are those of {@code gpt-image-1} at 1536x1024 (400, 1,568 and 6,208, as OpenAI
     * publishes them) and something on top for the models after it.
     */
    static Usage image(int chars, int pictures, OpenAiSettings settings) {
        int out = switch (settings.quality()) {
            case "low" -> 1_000;
            case "medium" -> 2_500;
            default -> 8_000;
        };
        return new Usage(
                FRAME_TOKENS + chars / CHARS_PER_TOKEN, (long) EDITED_TOKENS * pictures, 0, out, 1);
    }
}
