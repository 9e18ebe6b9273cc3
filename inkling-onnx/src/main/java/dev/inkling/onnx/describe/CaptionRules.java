package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.onnx.models.ModelFolder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * How a captioner wants its text to be searched for.
 *
 * @param begin         the tokens before the text, at least one
 * @param ends          tokens that end a text, at least one
 * @param maxTokens     most tokens, those of the beginning among them
 * @param beams         how many texts are followed at a time, 1 or more
 * @param lengthPenalty power of its length that the score of a text is divided by
 * @param noRepeat      how many tokens in a row may not come twice; 0 when all may
 * @param stopsEarly    whether the search ends with as many whole texts as beams, even if others could still be better
 */
record CaptionRules(
        List<Long> begin, Set<Long> ends, int maxTokens, int beams, double lengthPenalty, int noRepeat,
        boolean stopsEarly) {
    /** Captions of so many tokens are longer than any description that is stored. */
    static final int MOST_TOKENS = 128;
    /** Most texts that are followed at a time. */
    static final int MOST_BEAMS = 16;
    /** What models are asked for that do not say it themselves. */
    private static final int USUAL_TOKENS = 20;

    CaptionRules {
        begin = List.copyOf(begin);
        ends = Set.copyOf(ends);
    }

    /** The same with another number of beams. */
    CaptionRules withBeams(int number) {
        return new CaptionRules(begin, ends, maxTokens, number, lengthPenalty, noRepeat, stopsEarly);
    }

    /**
     * What a model says in {@code generation_config.json} and {@code config.json}.
     *
     * @throws ProviderException when it says not enough, or what is not possible
     */
    static CaptionRules read(ModelFolder folder) throws ProviderException {
        return new Reader(folder).read();
    }

    /** Looks for settings, in the places where models have them. */
    private static final class Reader {
        private final ModelFolder folder;
        private final List<JsonNode> places = new ArrayList<>();

        Reader(ModelFolder folder) throws ProviderException {
            this.folder = folder;
            if (folder.find("generation_config.json").isPresent()) {
                places.add(folder.json("generation_config.json"));
            }
            JsonNode config = folder.json("config.json");
            places.addAll(List.of(config, config.path("decoder"), config.path("text_config")));
        }

        CaptionRules read() throws ProviderException {
            List<Long> begin = new ArrayList<>(tokens("decoder_start_token_id").or(() -> tokens("bos_token_id"))
                    .orElseThrow(() -> missing("decoder_start_token_id")));
            tokens("forced_bos_token_id").ifPresent(begin::addAll);
            // BLIP ends with the token that divides sentences elsewhere.
            Optional<List<Long>> ends = isBlip() ? tokens("sep_token_id") : tokens("eos_token_id");
            int beams = (int) number("num_beams", 1, 1, MOST_BEAMS);
            return new CaptionRules(
                    begin, new HashSet<>(ends.orElseThrow(() -> missing("eos_token_id"))), maxTokens(begin.size()), beams,
                    number("length_penalty", 1, -10, 10), (int) number("no_repeat_ngram_size", 0, 0, MOST_TOKENS),
                    stopsEarly());
        }

        private boolean isBlip() {
            return value("model_type").map(type -> type.asString("").startsWith("blip")).orElse(false);
        }

        private int maxTokens(int begin) throws ProviderException {
            double most = value("max_new_tokens").isPresent()
                    ? begin + number("max_new_tokens", 0, 1, Integer.MAX_VALUE)
                    : number("max_length", USUAL_TOKENS, 1, Integer.MAX_VALUE);
            return (int) Math.max(begin + 1, Math.min(most, MOST_TOKENS));
        }

        private boolean stopsEarly() {
            return value("early_stopping").map(node -> node.asBoolean(false)).orElse(false);
        }

        private double number(String name, double usual, double least, double most) throws ProviderException {
            double value = value(name).map(node -> node.asDouble(Double.NaN)).orElse(usual);
            if (!(value >= least && value <= most)) {
                throw folder.failure("its " + name + " must be " + least + " to " + most + ", found " + value);
            }
            return value;
        }

        /** One token or several. */
        private Optional<List<Long>> tokens(String name) {
            return value(name).map(node -> node.isArray()
                    ? Stream.iterate(0, i -> i < node.size(), i -> i + 1).map(i -> node.path(i).asLong(-1)).toList()
                    : List.of(node.asLong(-1)));
        }

        private Optional<JsonNode> value(String name) {
            return places.stream().map(place -> place.path(name)).filter(node -> !node.isMissingNode() && !node.isNull())
                    .findFirst();
        }

        private ProviderException missing(String name) {
            return folder.failure("its config.json has no " + name);
        }
    }
}
