package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.onnx.ModelFile;
import dev.inkling.onnx.models.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the tokens of a captioner stand for, from {@code tokenizer.json}, {@code vocab.json} or {@code vocab.txt}. */
final class TokenNames {
    private final ModelFolder folder;
    private final Map<Long, String> names = new HashMap<>();
    /** Tokens that are marks, not text. */
    private final Set<Long> marks = new HashSet<>();

    private final boolean wordPieces;

    /** @throws ProviderException when there is no such file, or one of another kind */
    TokenNames(ModelFolder folder) throws ProviderException {
        this.folder = folder;
        Optional<Path> list = folder.find("vocab.txt");
        if (folder.find("tokenizer.json").isPresent()) {
            JsonNode json = folder.json("tokenizer.json");
            String type = json.path("model").path("type").asString("BPE");
            if (!type.equals("BPE") && !type.equals("WordPiece")) {
                throw folder.failure("its tokenizer is a " + type + ", known are BPE and WordPiece");
            }
            wordPieces = type.equals("WordPiece");
            add(json.path("model").path("vocab"));
            json.path("added_tokens").forEach(this::addSpecial);
        } else if (list.isPresent()) {
            wordPieces = true;
            add(lines(list.get()));
        } else {
            wordPieces = false;
            add(folder.json("vocab.json"));
        }
    }

    private void add(JsonNode vocabulary) {
        vocabulary.properties().forEach(entry -> names.put(entry.getValue().asLong(-1), entry.getKey()));
    }

    private void add(List<String> vocabulary) {
        for (String name : vocabulary) {
            long token = names.size();
            names.put(token, name);
            if (name.matches("\\[.+]")) {
                marks.add(token);
            }
        }
    }

    private void addSpecial(JsonNode added) {
        long token = added.path("id").asLong(-1);
        names.put(token, added.path("content").asString(""));
        if (added.path("special").asBoolean(false)) {
            marks.add(token);
        }
    }

    private static List<String> lines(Path file) throws ProviderException {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw ModelFile.of(file).failure("cannot be read", e);
        }
    }

    /**
     * The token of a name.
     *
     * @throws ProviderException when there is none
     */
    long token(String name) throws ProviderException {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .findFirst()
                .orElseThrow(() -> folder.failure("its tokenizer has no token " + name))
                .getKey();
    }

    /** The text that tokens stand for; those that are marks or unknown say nothing. */
    String text(List<Long> tokens) {
        List<String> said = tokens.stream()
                .filter(token -> !marks.contains(token) && names.containsKey(token))
                .map(names::get)
                .toList();
        return wordPieces
                ? said.stream().map(TokenNames::piece).collect(Collectors.joining()).strip()
                : BytePairText.of(String.join("", said));
    }

    /** Words begin with a space, and what goes on with a word with two number signs. */
    private static String piece(String name) {
        if (name.startsWith("##")) {
            return name.substring(2);
        }
        return name.matches("[.,!?]") ? name : " " + name;
    }
}
