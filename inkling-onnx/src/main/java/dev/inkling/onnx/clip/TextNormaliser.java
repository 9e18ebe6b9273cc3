package dev.inkling.onnx.clip;

import dev.inkling.ProviderException;
import dev.inkling.onnx.models.ModelFolder;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/** What happens to a text before it is cut, as the {@code normalizer} of a {@code tokenizer.json} says. */
final class TextNormaliser {
    private final ModelFolder folder;

    /** @param folder is named in messages */
    TextNormaliser(ModelFolder folder) {
        this.folder = folder;
    }

    /** @throws ProviderException when it says something that is not known here */
    UnaryOperator<String> read(JsonNode node) throws ProviderException {
        if (node.isNull() || node.isMissingNode()) {
            return UnaryOperator.identity();
        }
        String type = node.path("type").asString("");
        return switch (type) {
            case "Sequence" -> sequence(node.path("normalizers"));
            case "Lowercase" -> text -> text.toLowerCase(Locale.ROOT);
            case "Strip" -> String::strip;
            case "Replace" -> replace(node);
            case "NFC" -> form(Form.NFC);
            case "NFD" -> form(Form.NFD);
            case "NFKD" -> form(Form.NFKD);
            // A table compiled by SentencePiece is NFKC, but for some control characters.
            case "NFKC", "Precompiled" -> form(Form.NFKC);
            default -> throw folder.failure("its tokenizer.json has a normaliser that is not known here: " + type);
        };
    }

    private static UnaryOperator<String> form(Form form) {
        return text -> Normalizer.normalize(text, form);
    }

    private UnaryOperator<String> sequence(JsonNode parts) throws ProviderException {
        UnaryOperator<String> all = UnaryOperator.identity();
        for (JsonNode part : parts) {
            UnaryOperator<String> before = all;
            UnaryOperator<String> next = read(part);
            all = text -> next.apply(before.apply(text));
        }
        return all;
    }

    private UnaryOperator<String> replace(JsonNode node) throws ProviderException {
        String content = node.path("content").asString("");
        JsonNode pattern = node.path("pattern");
        if (pattern.path("String").isString()) {
            String found = pattern.path("String").asString();
            return text -> text.replace(found, content);
        }
        String regex = pattern.path("Regex").asString("");
        try {
            Pattern compiled = Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
            return text -> compiled.matcher(text).replaceAll(Matcher.quoteReplacement(content));
        } catch (PatternSyntaxException e) {
            throw folder.failure("its tokenizer.json has a pattern that is none here: " + regex);
        }
    }
}
