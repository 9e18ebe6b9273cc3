package dev.inkling;

import dev.inkling.image.Raster;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One descriptor of a picture, exactly as a file carries it. */
public sealed interface Layer permits Layer.Prose, Layer.Words, Layer.Picture, Layer.Vector, Layer.Lines {
    /** The kind of layer, which gives it its place in the file. */
    LayerType type();

    /**
     * A description in sentences.
     *
     * @param text any well-formed Unicode text (no unpaired surrogates), at most {@link #MAX_TEXT} chars
     */
    record Prose(String text) implements Layer {
        @Override
        public LayerType type() {
            return LayerType.TEXT;
        }
    }

    /** Words instead of sentences. */
    sealed interface Words extends Layer permits Keywords, KeywordSet {
        /** 1 to 255 words without white space, none of them empty. */
        List<String> words();

        @Override
        default LayerType type() {
            return LayerType.TEXT;
        }
    }

    /**
     * A list of words in order of importance; a word may repeat.
     *
     * @param words 1 to 255 words without white space, none of them empty
     */
    record Keywords(List<String> words) implements Words {
        public Keywords {
            words = List.copyOf(words);
        }
    }

    /**
     * Words without an order, which takes fewer bytes than {@link Keywords}.
     *
     * @param words 1 to 255 distinct words without white space, none of them empty, in any order; they are given back
     *              sorted by UTF-16 code units
     */
    record KeywordSet(List<String> words) implements Words {
        /** @throws IllegalArgumentException when a word repeats */
        public KeywordSet {
            words = words.stream().sorted().toList();
            for (int i = 1; i < words.size(); i++) {
                if (words.get(i).equals(words.get(i - 1))) {
                    throw new IllegalArgumentException("the set has the word " + words.get(i) + " twice");
                }
            }
        }
    }

    /**
     * A tiny picture.
     *
     * @param tiny the decoded tiny picture, sides 1 to 192 pixels
     * @param step quantiser index it was coded with, 0 (finest) to 63; a generator may use it to know the damage
     */
    record Picture(Raster tiny, int step) implements Layer {
        @Override
        public LayerType type() {
            return LayerType.PICTURE;
        }
    }

    /**
     * A vector.
     *
     * @param embedding   the decoded vector
     * @param calibration {@link Calibration#id} of what it was coded with; null when it was coded without any
     */
    record Vector(Embedding embedding, @Nullable String calibration) implements Layer {
        @Override
        public LayerType type() {
            return LayerType.VECTOR;
        }
    }

    /**
     * A line sketch.
     *
     * @param sketch the decoded lines
     */
    record Lines(Sketch sketch) implements Layer {
        @Override
        public LayerType type() {
            return LayerType.SKETCH;
        }
    }

    /** Longest text of a layer, in chars (UTF-16 code units). */
    int MAX_TEXT = 1 << 16;
}
