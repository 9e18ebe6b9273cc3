package dev.inkling.openai;

import dev.inkling.Generator;
import dev.inkling.Layer;
import dev.inkling.ProviderException;
import dev.inkling.Sketch;
import dev.inkling.classical.SketchPainter;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.openai.api.A1111Client;
import dev.inkling.openai.api.Control;
import dev.inkling.openai.api.ImageRequest;
import dev.inkling.openai.api.PictureFile;
import dev.inkling.openai.prompt.FileText;
import dev.inkling.openai.prompt.Prompt;
import dev.inkling.openai.prompt.PromptBook;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes pictures with an A1111-style image server: from words, from words and lines, or from a tiny picture, enlarged, of
 * which it makes a stated part anew. Where the server has a ControlNet for tiles, it holds the layout; one for lines holds
 * a picture to a sketch. Thread-safe.
 */
public final class A1111Generator implements Generator, PictureEditor {
    private static final String NO_CONTROL =
            "the server has no ControlNet for lines (scribble, softedge, hed, canny, lineart): the sketch was not used";

    private final A1111Client client;
    private final PromptBook prompts;
    private final Generator enlarger;
    private final Map<Control.Kind, Optional<Control>> controls = new EnumMap<>(Control.Kind.class);

    /** @param enlarger enlarges tiny pictures, and draws files that have neither words nor a tiny picture */
    public A1111Generator(A1111Client client, PromptBook prompts, Generator enlarger) {
        this.client = client;
        this.prompts = prompts;
        this.enlarger = enlarger;
    }

    @Override
    public Generated generate(List<Layer> layers, ImageSize size) throws ProviderException {
        FileText text = FileText.of(layers);
        ImageSize made = client.size(size);
        for (Layer layer : layers) {
            if (layer instanceof Layer.Picture) {
                Raster enlarged = enlarger.generate(List.of(layer), made).picture();
                return new Generated(Fit.stretched(repaint(enlarged, text.plain(), made), size), List.of());
            }
        }
        if (text.isEmpty()) {
            return enlarger.generate(layers, size);
        }
        ImageRequest request = new ImageRequest(prompt(text.plain()), made, 0);
        for (Layer layer : layers) {
            if (layer instanceof Layer.Lines lines) {
                return followed(lines.sketch(), request, size);
            }
        }
        return new Generated(Fit.cropped(client.generate(request, negative()), size), List.of());
    }

    private Generated followed(Sketch sketch, ImageRequest request, ImageSize size) throws ProviderException {
        Optional<Control> control = control(Control.Kind.LINES);
        if (control.isEmpty()) {
            return new Generated(Fit.cropped(client.generate(request, negative()), size), List.of(NO_CONTROL));
        }
        PictureFile guide = PictureFile.png(SketchPainter.whiteOnBlack(sketch, request.size()));
        Raster picture = client.generate(request, negative(), control.get(), guide);
        return new Generated(Fit.stretched(picture, size), List.of());
    }

    /** Such models know pictures, not instructions: the change joins the description. */
    @Override
    public Raster edit(Raster picture, FileText description, FileText change) throws ProviderException {
        ImageSize made = client.size(picture.size());
        String words = description.plain() + ", " + change.plain();
        return Fit.stretched(repaint(Fit.stretched(picture, made), words, made), picture.size());
    }

    private Raster repaint(Raster picture, String words, ImageSize made) throws ProviderException {
        return client.edit(
                new ImageRequest(prompt(words), made, 0), negative(), PictureFile.png(picture),
                control(Control.Kind.TILE).orElse(null));
    }

    private String prompt(String words) {
        Prompt prompt = prompts.named("a1111-generate");
        return prompt.with(Map.of("description", words)).replaceFirst("^[,\\s]+", "");
    }

    private String negative() {
        return prompts.named("a1111-negative").text();
    }

    private synchronized Optional<Control> control(Control.Kind kind) throws ProviderException {
        if (!controls.containsKey(kind)) {
            controls.put(kind, client.control(kind));
        }
        return controls.get(kind);
    }

    /** What its pictures depend on besides the file, and the model that the server has loaded. */
    public String identity() {
        return "steps=" + client.settings().steps() + " guidance=" + client.settings().guidance() + " denoise="
                + client.settings().denoise() + " side=" + client.settings().side() + " seed="
                + client.settings().seed() + " " + prompts.named("a1111-generate").id();
    }
}
