package dev.inkling.classical;

import dev.inkling.Generator;
import dev.inkling.Layer;
import dev.inkling.image.ImageSize;
import java.util.List;

/**
 * Makes pictures without any network: enlarges the tiny picture with sharp edges or, where there is only text, paints
 * the colours, sizes and places that the words name; and draws the lines of a sketch over it. Layers that it cannot use are passed over. Never fails. Immutable
 * and thread-safe; the same layers give the same picture on every machine.
 */
public final class ClassicalGenerator implements Generator {
    private static final String SKETCH_NOTE = "a sketch from words; a generator would do better. For a likeness, encode"
            + " with a picture layer (--profile hybrid) or decode with a generator that understands text.";
    private static final String NOTHING_NOTE = "nothing in this file that the embedded generator can draw from;"
            + " decode with a generator that understands its layers.";

    /** A generator without settings. */
    public ClassicalGenerator() {}

    @Override
    public Generated generate(List<Layer> layers, ImageSize size) {
        return withLines(ground(layers, size), layers);
    }

    /**
     * Draws the lines of the file, if it has any, over what was made of its other layers.
     *
     * @param made   what was made of them
     * @param layers all layers of the file
     */
    public static Generated withLines(Generated made, List<Layer> layers) {
        for (Layer layer : layers) {
            if (layer instanceof Layer.Lines lines) {
                return new Generated(SketchPainter.draw(lines.sketch(), made.picture()), made.notes());
            }
        }
        return made;
    }

    private static Generated ground(List<Layer> layers, ImageSize size) {
        for (Layer layer : layers) {
            if (layer instanceof Layer.Picture picture) {
                return new Generated(Upscaler.resize(picture.tiny(), picture.step(), size), List.of());
            }
        }
        for (Layer layer : layers) {
            if (layer instanceof Layer.Prose prose) {
                return sketch(prose.text(), size);
            }
            if (layer instanceof Layer.Words keywords) {
                return sketch(String.join(" ", keywords.words()), size);
            }
        }
        boolean lines = layers.stream().anyMatch(Layer.Lines.class::isInstance);
        return new Generated(
                LayoutPainter.paint(LayoutText.parse(""), size), lines ? List.of() : List.of(NOTHING_NOTE));
    }

    private static Generated sketch(String text, ImageSize size) {
        return new Generated(LayoutPainter.paint(LayoutText.parse(text), size), List.of(SKETCH_NOTE));
    }
}
