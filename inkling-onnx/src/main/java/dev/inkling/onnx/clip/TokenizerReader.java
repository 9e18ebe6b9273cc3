package dev.inkling.onnx.clip;

import dev.inkling.ProviderException;
import dev.inkling.onnx.ModelFile;
import dev.inkling.onnx.models.ModelFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads the tokenizer of a model folder. */
final class TokenizerReader {
    private static final String START = "<|startoftext|>";
    private static final String END = "<|endoftext|>";
    private static final String SENTENCE_END = "</s>";

    private final ModelFolder folder;
    private final String prefix;
    private final Map<String, Long> vocabulary = new HashMap<>();

    TokenizerReader(ModelFolder folder, String component) {
        this.folder = folder;
        this.prefix = component.isEmpty() ? "" : component + "/";
    }

    Tokenizer read() throws ProviderException {
        if (folder.find(prefix + "tokenizer.json").isEmpty()) {
            return ofVocabularyAndMerges();
        }
        JsonNode json = folder.json(prefix + "tokenizer.json");
        JsonNode model = json.path("model");
        String type = model.path("type").asString(model.has("merges") ? "BPE" : "none");
        return switch (type) {
            case "BPE" -> bytePairs(json, model);
            case "Unigram" -> unigram(json, model);
            default -> throw folder.failure("its tokenizer is a " + type + ", known are BPE and Unigram");
        };
    }

    private Tokenizer ofVocabularyAndMerges() throws ProviderException {
        addTokens(folder.json(prefix + "vocab.json"));
        List<String> merges = MergesFile.read(ModelFile.of(folder.file(prefix + "merges.txt")));
        return bytePairs(merges, MissingNode.getInstance());
    }

    private Tokenizer bytePairs(JsonNode json, JsonNode model) throws ProviderException {
        if (!model.path("end_of_word_suffix").asString("").equals(BytePairs.END_OF_WORD)) {
            throw folder.failure("its byte pairs do not mark ends of words with </w>, as those of CLIP do");
        }
        addTokens(model.path("vocab"));
        addSpecialTokens(json);
        List<String> merges = new ArrayList<>();
        for (JsonNode merge : model.path("merges")) {
            merges.add(merge.isArray() ? merge.path(0).asString("") + " " + merge.path(1).asString("") : merge.asString(""));
        }
        return bytePairs(merges, json);
    }

    private Tokenizer bytePairs(List<String> merges, JsonNode json) throws ProviderException {
        long end = token(END);
        TokenFrame frame = new TokenFrame(List.of(token(START)), List.of(end), padding(json, end));
        return new Tokenizer(BytePairs::cleaned, new BytePairs(merges, vocabulary, end), frame);
    }

    private Tokenizer unigram(JsonNode json, JsonNode model) throws ProviderException {
        if (model.path("byte_fallback").asBoolean(false)) {
            throw folder.failure("its tokenizer falls back to bytes, which is not known here");
        }
        Map<String, Unigram.Piece> pieces = new HashMap<>();
        for (JsonNode piece : model.path("vocab")) {
            long token = pieces.size();
            pieces.put(piece.path(0).asString(""), new Unigram.Piece(token, piece.path(1).asDouble(0)));
        }
        pieces.forEach((name, piece) -> vocabulary.put(name, piece.token()));
        addSpecialTokens(json);
        // Marks of texts are no pieces of them, even where a text has their characters.
        json.path("added_tokens").forEach(added -> pieces.remove(added.path("content").asString("")));
        JsonNode cutter = json.path("pre_tokenizer");
        Metaspace metaspace = metaspace(cutter);
        UnaryOperator<String> normaliser = new TextNormaliser(folder).read(json.path("normalizer"));
        Unigram unigram = new Unigram(pieces, model.path("unk_id").asLong(0), metaspace.mark);
        TokenFrame frame = frame(json, List.of(token(SENTENCE_END)));
        return new Tokenizer(metaspace.after(normaliser), unigram, frame);
    }

    private Metaspace metaspace(JsonNode cutter) throws ProviderException {
        boolean splits = false;
        String mark = "";
        boolean sequence = cutter.path("type").asString("").equals("Sequence");
        for (JsonNode part : sequence ? cutter.path("pretokenizers") : List.of(cutter)) {
            String type = part.path("type").asString("none");
            boolean marksFirst = part.path("add_prefix_space").asBoolean(true)
                    && !part.path("prepend_scheme").asString("always").equals("never");
            if (type.equals("WhitespaceSplit")) {
                splits = true;
            } else if (type.equals("Metaspace") && marksFirst) {
                mark = part.path("replacement").asString("\u2581");
            } else {
                throw folder.failure("its tokenizer cuts words in a way that is not known here: " + part);
            }
        }
        return new Metaspace(mark, splits);
    }

    /** How spaces become marks. */
    private record Metaspace(String mark, boolean splitsAtSpace) {
        private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

        UnaryOperator<String> after(UnaryOperator<String> normaliser) {
            return splitsAtSpace
                    ? text -> SPACE.matcher(normaliser.apply(text)).replaceAll(" ").strip()
                    : normaliser;
        }
    }

    /** The tokens around a text as the post-processor says, else those given. */
    private TokenFrame frame(JsonNode json, List<Long> usual) throws ProviderException {
        JsonNode processor = json.path("post_processor");
        if (!processor.path("type").asString("").equals("TemplateProcessing")) {
            return new TokenFrame(List.of(), usual, padding(json, usual.get(0)));
        }
        List<Long> before = new ArrayList<>();
        List<Long> after = new ArrayList<>();
        List<Long> current = before;
        for (JsonNode part : processor.path("single")) {
            if (part.has("Sequence")) {
                current = after;
            } else {
                current.add(token(part.path("SpecialToken").path("id").asString("")));
            }
        }
        return new TokenFrame(before, after, padding(json, usual.get(0)));
    }

    private long padding(JsonNode json, long usual) throws ProviderException {
        JsonNode padding = json.path("padding").path("pad_id");
        if (padding.isNumber()) {
            return padding.asLong();
        }
        String file = prefix + "tokenizer_config.json";
        JsonNode token = folder.find(file).isPresent() ? folder.json(file).path("pad_token") : padding;
        String name = token.isObject() ? token.path("content").asString("") : token.asString("");
        return vocabulary.getOrDefault(name, usual);
    }

    private void addTokens(JsonNode tokens) {
        tokens.properties().forEach(entry -> vocabulary.put(entry.getKey(), entry.getValue().asLong(0)));
    }

    private void addSpecialTokens(JsonNode json) {
        for (JsonNode added : json.path("added_tokens")) {
            vocabulary.put(added.path("content").asString(""), added.path("id").asLong(0));
        }
    }

    private long token(String name) throws ProviderException {
        Long token = vocabulary.get(name);
        if (token == null) {
            throw folder.failure("its tokenizer has no token " + name);
        }
        return token;
    }
}
