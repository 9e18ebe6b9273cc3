package dev.inkling.openai.fake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as it came in, read once.
 *
 * @param method      GET or POST
 * @param path        with the slash before it, without the service's own path
 * @param headers     names in lower case
 * @param json        the body; for a form, its fields as an object, files by their types
 * @param pictures    the files of a form, or the picture that an image server is given
 * @param fingerprint hash of the body, for answers that depend on it
 */
public record FakeRequest(
        String method, String path, Map<String, String> headers, JsonNode json, List<Picture> pictures,
        int fingerprint) {
    /** A file; the content is ISO 8859-1 for bytes. */
    public record Picture(String type, String content) {
        byte[] bytes() {
            return content.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    static FakeRequest of(String method, String path, Map<String, String> headers, byte[] body) {
        int fingerprint = Arrays.hashCode(body);
        String type = headers.getOrDefault("content-type", "");
        List<Picture> pictures = new ArrayList<>();
        if (type.startsWith("multipart/form-data")) {
            JsonNode json = form(new String(body, StandardCharsets.ISO_8859_1), type, pictures);
            return new FakeRequest(method, path, headers, json, pictures, fingerprint);
        }
        JsonNode json = body.length == 0 ? JsonMapper.shared().createObjectNode() : JsonMapper.shared().readTree(body);
        String init = json.path("init_images").path(0).asString("");
        if (!init.isEmpty()) {
            byte[] file = Base64.getDecoder().decode(init);
            pictures.add(new Picture("image/png", new String(file, StandardCharsets.ISO_8859_1)));
        }
        return new FakeRequest(method, path, headers, json, pictures, fingerprint);
    }

    private static JsonNode form(String body, String type, List<Picture> pictures) {
        String boundary = "--" + find(type, "boundary=(\\S+)");
        ObjectNode json = JsonMapper.shared().createObjectNode();
        int begin = body.indexOf(boundary);
        while (begin >= 0) {
            int end = body.indexOf(boundary, begin + boundary.length());
            if (end > 0) {
                part(body.substring(begin + boundary.length(), end), json, pictures);
            }
            begin = end;
        }
        return json;
    }

    private static void part(String raw, ObjectNode json, List<Picture> pictures) {
        int gap = raw.indexOf("\r\n\r\n");
        String head = raw.substring(0, gap);
        String content = raw.substring(gap + 4, raw.length() - 2);
        String name = find(head, "name=\"([^\"]*)\"").replace("[]", "");
        String type = find(head, "Content-Type: ([^;\r]*)");
        if (type.startsWith("image/")) {
            pictures.add(new Picture(type, content));
            json.withArray(name).add(type);
        } else if (name.equals("n")) {
            json.put(name, Integer.parseInt(content));
        } else {
            json.put(name, new String(content.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        }
    }

    private static String find(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Everything that a model would read, however it is sent. */
    public String words() {
        StringBuilder words = new StringBuilder(json.path("prompt").asString(""));
        for (JsonNode message : json.path("messages")) {
            JsonNode content = message.path("content");
            words.append(content.isString() ? content.asString() : "").append('\n');
            content.forEach(part -> words.append(part.path("text").asString("")));
        }
        return words.toString();
    }
}
