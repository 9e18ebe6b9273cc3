package dev.inkling.openai;

import dev.inkling.Generator;
import dev.inkling.Layer;
import dev.inkling.LayerType;
import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.openai.api.ImageRequest;
import dev.inkling.openai.api.OpenAiClient;
import dev.inkling.openai.api.PictureFile;
import dev.inkling.openai.prompt.FileText;
import dev.inkling.openai.prompt.PromptBook;
import java.util.List;

/**
 * Makes pictures with an image model of a service: from words by generation; from a tiny picture, enlarged, by an edit
 * that restores its detail. Thread-safe.
 */
public final class OpenAiGenerator implements Generator, PictureEditor {
    private final OpenAiClient client;
    private final PromptBook prompts;
    private final Generator enlarger;

    /** @param enlarger enlarges tiny pictures, and draws files that have neither words nor a tiny picture */
    public OpenAiGenerator(OpenAiClient client, PromptBook prompts, Generator enlarger) {
        this.client = client;
        this.prompts = prompts;
        this.enlarger = enlarger;
    }

    @Override
    public Generated generate(List<Layer> layers, ImageSize size) throws ProviderException {
        FileText text = FileText.of(layers);
        ImageSize made = client.size(size);
        for (Layer layer : layers) {
            if (layer instanceof Layer.Picture picture) {
                return new Generated(Fit.stretched(restore(picture, text, made), size), List.of());
            }
        }
        if (text.isEmpty()) {
            return enlarger.generate(layers, size);
        }
        String prompt = prompts.named("generate").about(text);
        return new Generated(Fit.cropped(client.generate(new ImageRequest(prompt, made, 0)), size), List.of());
    }

    @Override
    public boolean understands(Layer layer) {
        return layer.type() == LayerType.TEXT || layer.type() == LayerType.PICTURE;
    }

    private Raster restore(Layer.Picture picture, FileText text, ImageSize made) throws ProviderException {
        Raster enlarged = enlarger.generate(List.of(picture), made).picture();
        String prompt = text.isEmpty()
                ? prompts.named("restore-wordless").text()
                : prompts.named("restore").about(text);
        return client.edit(new ImageRequest(prompt, made, 0), List.of(PictureFile.png(enlarged)));
    }

    @Override
    public Raster edit(Raster picture, FileText description, FileText change) throws ProviderException {
        ImageSize made = client.size(picture.size());
        PictureFile before = PictureFile.png(Fit.stretched(picture, made));
        String prompt = prompts.named("edit").about(change);
        return Fit.stretched(client.edit(new ImageRequest(prompt, made, 0), List.of(before)), picture.size());
    }

    /** What its pictures depend on besides the file. */
    public String identity() {
        return client.settings().imageModel() + " " + client.settings().quality() + " "
                + prompts.named("generate").id() + " " + prompts.named("restore").id();
    }
}
