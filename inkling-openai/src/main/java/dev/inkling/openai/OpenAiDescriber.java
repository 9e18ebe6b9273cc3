package dev.inkling.openai;

import dev.inkling.Describer;
import dev.inkling.ProviderException;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import dev.inkling.openai.api.AnswerSchema;
import dev.inkling.openai.api.ChatRequest;
import dev.inkling.openai.api.OpenAiClient;
import dev.inkling.openai.api.PictureFile;
import dev.inkling.openai.prompt.Prompt;
import dev.inkling.openai.prompt.PromptBook;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

/**
 * Describes pictures by asking a model that sees. One call gives the description in all lengths that an encoder may
 * try, so that each picture is paid for once. Thread-safe.
 */
public final class OpenAiDescriber implements Describer {
    /** How to describe. */
    public enum Style {
        /** From top to bottom and left to right, with what each kind of picture needs (arXiv 2504.21814). */
        STRUCTURAL("describe-structural"),
        /** Without that, for comparison. */
        PLAIN("describe-plain");

        private final String prompt;

        Style(String prompt) {
            this.prompt = prompt;
        }

        /** Lower-case name, as the command line has it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Most words of a description. */
    public static final int MOST_WORDS = 40;

    /** What the encoder asks for at its usual rates, and a last resort. */
    private static final List<Integer> LENGTHS = List.of(5, 10, 18, 28, MOST_WORDS);
    /** Models look at no more of a picture than this. */
    private static final int LONG_SIDE = 1024;
    private static final AnswerSchema SCHEMA = new AnswerSchema("descriptions", """
            {"type": "object",
             "properties": {
               "kind": {"type": "string", "enum": ["photograph", "person", "indoor", "landscape", "art", "drawing",
                        "document", "diagram", "other"]},
               "texts": {"type": "array", "items": {"type": "string"}}},
             "required": ["kind", "texts"], "additionalProperties": false}
            """);

    private final OpenAiClient client;
    private final Prompt prompt;
    private final int mostWords;
    /** By content and for as long as a caller holds the picture. */
    private final Map<Raster, Map<Integer, Descriptions>> known = Collections.synchronizedMap(new WeakHashMap<>());

    /** @param mostWords most words of a description, 1 to {@link #MOST_WORDS} */
    public OpenAiDescriber(OpenAiClient client, PromptBook prompts, Style style, int mostWords) {
        if (mostWords < 1 || mostWords > MOST_WORDS) {
            throw new IllegalArgumentException("words must be 1 to " + MOST_WORDS + ", found " + mostWords);
        }
        this.client = client;
        this.prompt = prompts.named(style.prompt);
        this.mostWords = mostWords;
    }

    @Override
    public String describe(Raster picture, int maxWords) throws ProviderException {
        return describe(picture, maxWords, 0);
    }

    /** @param sample 0, 1, ...: another description of the same picture */
    String describe(Raster picture, int maxWords, int sample) throws ProviderException {
        if (maxWords < 1) {
            throw new IllegalArgumentException("maxWords " + maxWords + " is less than 1");
        }
        Map<Integer, Descriptions> samples =
                known.computeIfAbsent(picture, key -> Collections.synchronizedMap(new HashMap<>()));
        Descriptions descriptions = samples.get(sample);
        if (descriptions == null) {
            descriptions = ask(picture, sample);
            samples.put(sample, descriptions);
        }
        return descriptions.atMost(Math.min(maxWords, mostWords));
    }

    private Descriptions ask(Raster picture, int sample) throws ProviderException {
        String instructions = prompt.with(Map.of("lengths", lengths()));
        List<PictureFile> pictures = List.of(PictureFile.jpeg(shown(picture)));
        return client.chat(new ChatRequest(instructions, "", pictures, SCHEMA, sample), Descriptions::of);
    }

    /** As much of a picture as models look at. */
    static Raster shown(Raster picture) {
        return picture.size().longSide() <= LONG_SIDE
                ? picture
                : Resampler.resize(picture, picture.size().scaledTo(LONG_SIDE), Kernel.LANCZOS);
    }

    private String lengths() {
        TreeSet<Integer> lengths = LENGTHS.stream()
                .filter(length -> length < mostWords)
                .collect(Collectors.toCollection(TreeSet::new));
        lengths.add(mostWords);
        return lengths.descendingSet().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** What its results depend on besides the picture. */
    public String identity() {
        return client.settings().visionModel() + " " + prompt.id() + " words=" + mostWords + " detail="
                + client.settings().detail();
    }
}
