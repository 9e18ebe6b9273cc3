package dev.inkling.onnx.describe;

import dev.inkling.ProviderException;
import dev.inkling.onnx.models.ModelFolder;
import java.util.Arrays;

/** What a captioner said, as data: one line without anything invisible, and not too long. */
final class CaptionText {
    private static final int MOST_CHARS = 1200;

    private CaptionText() {}

    /**
     * Cleans a text.
     *
     * @throws ProviderException when nothing is left
     */
    static String cleaned(String raw, ModelFolder model) throws ProviderException {
        String text = raw.substring(0, Math.min(raw.length(), MOST_CHARS))
                .replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ")
                .replaceAll("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\ufffd]+", "")
                .replaceAll("\\s+", " ")
                .strip();
        if (text.isEmpty()) {
            throw model.failure("it said nothing about this picture");
        }
        return text;
    }

    /** The first words of a text. */
    static String atMost(int words, String text) {
        String[] all = text.split(" ");
        return all.length <= words
                ? text
                : String.join(" ", Arrays.copyOf(all, words)).replaceFirst("[,;:]$", "");
    }
}
