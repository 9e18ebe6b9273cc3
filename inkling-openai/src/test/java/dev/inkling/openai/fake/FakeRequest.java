package dev.inkling.openai.fake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as it came in.
 *
 * @param method  GET or POST
 * @param path    with the slash before it, without the service's own path
 * @param headers names in lower case
 * @param body    what was sent
 */
public record FakeRequest(String method, String path, Map<String, String> headers, String body) {
    /** One part of a form; the content is ISO 8859-1 for bytes. */
    public record Part(String name, String type, String content) {}

    static FakeRequest of(String method, String path, Map<String, String> headers, byte[] body) {
        return new FakeRequest(method, path, headers, new String(body, StandardCharsets.ISO_8859_1));
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public boolean isForm() {
        return header("content-type").startsWith("multipart/form-data");
    }

    /** The body as JSON; for a form, its fields as an object, files as their names. */
    public JsonNode json() {
        if (!isForm()) {
            return JsonMapper.shared().readTree(body.getBytes(StandardCharsets.ISO_8859_1));
        }
        ObjectNode json = JsonMapper.shared().createObjectNode();
        for (Part part : parts()) {
            String name = part.name().replace("[]", "");
            if (part.type().startsWith("image/")) {
                json.withArray(name).add("(binary)");
            } else if (name.equals("n")) {
                json.put(name, Integer.parseInt(part.content()));
            } else {
                json.put(name, utf8(part.content()));
            }
        }
        return json;
    }

    /** The parts of a form. */
    public List<Part> parts() {
        Matcher boundary = Pattern.compile("boundary=(\\S+)").matcher(header("content-type"));
        if (!boundary.find()) {
            throw new AssertionError("a form without a boundary");
        }
        List<Part> parts = new ArrayList<>();
        for (String raw : body.split(Pattern.quote("--" + boundary.group(1)))) {
            int gap = raw.indexOf("\r\n\r\n");
            if (gap > 0) {
                String head = raw.substring(0, gap);
                parts.add(new Part(
                        find(head, "name=\"([^\"]*)\""), find(head, "Content-Type: ([^;\r]*)"),
                        raw.substring(gap + 4, raw.length() - 2)));
            }
        }
        return parts;
    }

    private static String find(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String utf8(String latin) {
        return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Everything that a model would read, however it is sent. */
    public String words() {
        JsonNode json = json();
        StringBuilder words = new StringBuilder(json.path("prompt").asString(""));
        for (JsonNode message : json.path("messages")) {
            JsonNode content = message.path("content");
            words.append(content.asString(""));
            content.forEach(part -> words.append(part.path("text").asString("")));
        }
        return words.toString();
    }

    /** Hash of what is asked, for answers that depend on it. */
    int fingerprint() {
        return Arrays.hashCode(body.getBytes(StandardCharsets.ISO_8859_1));
    }
}
