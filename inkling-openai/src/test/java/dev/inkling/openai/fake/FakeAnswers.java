package dev.inkling.openai.fake;

import dev.inkling.image.ImageSize;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers that depend on nothing but the request, and real pictures. Thread-safe. */
final class FakeAnswers {
    private static final String[] NOUNS = {"meadow", "barn", "river", "tower", "boat", "tree", "wall", "sky"};

    private final Deque<Integer> scores = new ArrayDeque<>();

    /** Scores of the next comparisons, in order; afterwards the last one stays. */
    synchronized void score(int... next) {
        for (int score : next) {
            scores.add(score);
        }
    }

    private synchronized int nextScore() {
        if (scores.isEmpty()) {
            return 70;
        }
        return scores.size() == 1 ? scores.getFirst() : scores.removeFirst();
    }

    byte[] chat(FakeRequest request) {
        JsonNode json = request.json();
        String schema = json.path("response_format").path("json_schema").path("name").asString("");
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        switch (schema) {
            case "descriptions" -> describe(request, answer);
            case "words" -> List.of("red", "barn", "green", "meadow", "blue", "sky").forEach(answer.putArray("words")::add);
            case "comparison" -> answer.put("score", nextScore()).put("difference", "the barn is blue")
                    .put("instruction", "Make the barn red.");
            default -> answer.put("score", nextScore());
        }
        return completion(answer.toString());
    }

    /** A text of each length asked for, in words that depend on the picture, and on which time it is asked about. */
    private static void describe(FakeRequest request, ObjectNode answer) {
        answer.put("kind", "landscape");
        Matcher lengths = Pattern.compile("\\b(\\d+(, \\d+)*)\\.").matcher(request.words());
        SplittableRandom random =
                new SplittableRandom(request.fingerprint() + request.header("idempotency-key").hashCode());
        List<String> texts = new ArrayList<>();
        if (lengths.find()) {
            for (String length : lengths.group(1).split(", ")) {
                StringBuilder text = new StringBuilder("A");
                for (int i = 1; i < Integer.parseInt(length); i++) {
                    text.append(' ').append(NOUNS[random.nextInt(NOUNS.length)]);
                }
                texts.add(text + ".");
            }
        }
        texts.forEach(answer.putArray("texts")::add);
    }

    static byte[] completion(String content) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("id", "chatcmpl-1").put("object", "chat.completion").put("created", 1).put("model", "fake");
        ObjectNode choice = json.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", content).putNull("refusal");
        json.putObject("usage").put("prompt_tokens", 1000).put("completion_tokens", 100).put("total_tokens", 1100);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] refusal() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        ObjectNode choice = json.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").putNull("content").put("refusal", "I cannot help with that.");
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] image(FakeRequest request) {
        String[] sides = request.json().path("size").asString("64x64").split("x");
        ImageSize size = new ImageSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("created", 1).putArray("data").addObject().put("b64_json", base64(picture(request, size)));
        ObjectNode usage = json.putObject("usage");
        usage.put("input_tokens", 300).put("output_tokens", 1000).put("total_tokens", 1300);
        usage.putObject("input_tokens_details").put("text_tokens", 100).put("image_tokens", 200);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    byte[] painting(FakeRequest request) {
        JsonNode json = request.json();
        ImageSize size = new ImageSize(json.path("width").asInt(), json.path("height").asInt());
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        answer.putArray("images").add(base64(picture(request, size)));
        answer.putObject("parameters").put("steps", json.path("steps").asInt());
        answer.put("info", "{\"seed\": 1}");
        return answer.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The picture given, with a mark in its corner, or a colour that depends on the words. */
    private static BufferedImage picture(FakeRequest request, ImageSize size) {
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        if (request.pictures().isEmpty()) {
            graphics.setColor(new Color(31 * request.words().hashCode() & 0xffffff));
            graphics.fillRect(0, 0, size.width(), size.height());
        } else {
            graphics.drawImage(read(request.pictures().get(0)), 0, 0, size.width(), size.height(), null);
            // Every edit leaves its mark, so that no two pictures in a row are the same.
            graphics.setColor(new Color(~image.getRGB(0, 0) ^ request.words().hashCode()));
            graphics.fillRect(0, 0, size.width() / 16, size.height() / 16);
        }
        graphics.dispose();
        return image;
    }

    private static BufferedImage read(FakeRequest.Picture picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String base64(BufferedImage image) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
