package dev.inkling.openai;

import dev.inkling.ProviderException;
import dev.inkling.image.Raster;
import dev.inkling.openai.api.AnswerSchema;
import dev.inkling.openai.api.ChatRequest;
import dev.inkling.openai.api.OpenAiClient;
import dev.inkling.openai.api.PictureFile;
import dev.inkling.openai.prompt.FileText;
import dev.inkling.openai.prompt.PromptBook;
import java.util.List;

/**
 * Says how good pictures are: against words, as a decoder can, or against the original, as an encoder can. Thread-safe.
 */
public final class Critic {
    private static final AnswerSchema COMPARISON = new AnswerSchema("comparison", """
            {"type": "object",
             "properties": {
               "score": {"type": "integer"},
               "difference": {"type": "string"},
               "instruction": {"type": "string"}},
             "required": ["score", "difference", "instruction"], "additionalProperties": false}
            """);
    private static final AnswerSchema JUDGEMENT = new AnswerSchema("judgement", """
            {"type": "object",
             "properties": {"score": {"type": "integer"}},
             "required": ["score"], "additionalProperties": false}
            """);

    private final OpenAiClient client;
    private final PromptBook prompts;
    private final OpenAiDescriber describer;

    /** @param describer describes what was made, as an encoder would */
    public Critic(OpenAiClient client, PromptBook prompts, OpenAiDescriber describer) {
        this.client = client;
        this.prompts = prompts;
        this.describer = describer;
    }

    /** Describes a picture and compares that with what it was meant to show (arXiv 2402.13536, steps 6 and 7). */
    Comparison compare(FileText meant, Raster made) throws ProviderException {
        FileText seen = FileText.of(describer.describe(made, OpenAiDescriber.MOST_WORDS));
        String text = "Meant:\n" + meant.inMarks() + "\n\nMade:\n" + seen.inMarks();
        ChatRequest request = new ChatRequest(prompts.named("compare").text(), text, List.of(), COMPARISON, 0);
        return client.chat(request, Comparison::of);
    }

    /** How alike two pictures are, 0 (something else) to 100 (no difference). */
    int judge(Raster original, Raster made) throws ProviderException {
        List<PictureFile> pictures = List.of(
                PictureFile.jpeg(OpenAiDescriber.shown(original)), PictureFile.jpeg(OpenAiDescriber.shown(made)));
        ChatRequest request = new ChatRequest(prompts.named("judge").text(), "", pictures, JUDGEMENT, 0);
        return client.chat(request, Comparison::score);
    }
}
