package dev.inkling.openai.prompt;

import dev.inkling.Layer;
import java.text.Normalizer;
import java.util.List;

/**
 * The words of a file on their way to a model. Anybody may have written the file, so its words are data: at most
 * {@value #MAX_CHARS} characters, without anything invisible or that could end the marks around them, and in a prompt
 * only between those marks and under the label that the prompt gives them. Immutable.
 */
public final class FileText {
    /** Longest text that is passed on, far above any description. */
    public static final int MAX_CHARS = 1200;

    static final String BEGIN = "<<<DESCRIPTION";
    static final String END = "DESCRIPTION>>>";

    private final String text;

    private FileText(String text) {
        this.text = text;
    }

    /** The words of a file's text layer; empty when it has none. */
    public static FileText of(List<Layer> layers) {
        for (Layer layer : layers) {
            if (layer instanceof Layer.Prose prose) {
                return of(prose.text());
            }
            if (layer instanceof Layer.Words words) {
                return of(String.join(", ", words.words()));
            }
        }
        return of("");
    }

    /** Any text that others wrote. */
    public static FileText of(String raw) {
        // Only the beginning is looked at, so that a long text costs nothing.
        String head = raw.substring(0, Math.min(raw.length(), 4 * MAX_CHARS));
        String visible = Normalizer.normalize(head, Normalizer.Form.NFKC)
                // Controls, direction marks, tags, lone surrogates, private characters: no description needs them.
                .replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ")
                .replaceAll("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]+", "")
                .replaceAll("[<>{}\\[\\]|`\\\\]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return new FileText(cut(visible));
    }

    private static String cut(String text) {
        if (text.length() <= MAX_CHARS) {
            return text;
        }
        int end = text.lastIndexOf(' ', MAX_CHARS);
        int hard = Character.isHighSurrogate(text.charAt(MAX_CHARS - 1)) ? MAX_CHARS - 1 : MAX_CHARS;
        return text.substring(0, end > MAX_CHARS / 2 ? end : hard).strip();
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** The cleaned words alone, for comparing and counting. */
    public String text() {
        return text;
    }

    /** The words between their marks. */
    public String inMarks() {
        return BEGIN + "\n" + text + "\n" + END;
    }

    /**
     * The words for a model that takes every word as something to paint and has a syntax of its own: without the
     * brackets, weights and double underscores with which such prompts name files of the server ({@code <lora:...>},
     * {@code __wildcard__}), and without addresses.
     */
    public String plain() {
        return text.replaceAll("(?i)\\b[a-z][a-z0-9+.-]*:/+\\S*", " ")
                .replaceAll("_{2,}", " ")
                .replaceAll("[():$#@*~^=\"]+", " ")
                .replaceAll("\\bBREAK\\b|\\bAND\\b", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
