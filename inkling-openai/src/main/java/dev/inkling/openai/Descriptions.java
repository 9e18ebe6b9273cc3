package dev.inkling.openai;

import dev.inkling.openai.prompt.FileText;
import dev.inkling.openai.transport.MalformedAnswerException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A picture's description in several lengths.
 *
 * @param texts one line each, none empty, the longest first
 */
record Descriptions(List<String> texts) {
    private static final int MOST_TEXTS = 16;
    /** Models miss a number of words by a tenth or two; a cut then loses less than the next shorter text. */
    private static final double TOLERANCE = 1.2;
    /** A sentence that ends this late in what is allowed is a better end than a word. */
    private static final double LATE = 0.75;

    Descriptions {
        texts = List.copyOf(texts);
    }

    static Descriptions of(JsonNode answer) throws MalformedAnswerException {
        List<String> texts = new ArrayList<>();
        for (JsonNode text : answer.path("texts")) {
            String clean = FileText.of(text.asString("")).text();
            if (!clean.isEmpty()) {
                texts.add(clean);
            }
        }
        if (texts.isEmpty() || texts.size() > MOST_TEXTS) {
            throw new MalformedAnswerException("the model was asked for descriptions and gave " + texts.size());
        }
        texts.sort(Comparator.comparingInt(Descriptions::count).reversed());
        return new Descriptions(texts);
    }

    /** The longest that has at most so many words, or the one that comes nearest to it, cut. */
    String atMost(int words) {
        return texts.stream()
                .filter(text -> count(text) <= TOLERANCE * words)
                .findFirst()
                .map(text -> cut(text, words))
                .orElseGet(() -> cut(texts.get(texts.size() - 1), words));
    }

    private static String cut(String text, int words) {
        String[] all = text.split(" ");
        if (all.length <= words) {
            return text;
        }
        String kept = String.join(" ", Arrays.copyOf(all, words));
        int end = kept.lastIndexOf(". ");
        if (end > LATE * kept.length()) {
            return kept.substring(0, end + 1);
        }
        return kept.replaceFirst("[,;:]$", "");
    }

    private static int count(String text) {
        return text.split(" ").length;
    }
}
