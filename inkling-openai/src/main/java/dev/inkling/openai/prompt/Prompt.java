package dev.inkling.openai.prompt;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One text for a model, with places that are filled in.
 *
 * @param name    what it is for, such as {@code describe-structural}
 * @param version grows with each change; results name it
 * @param text    with places such as {@code {words}}
 */
public record Prompt(String name, String version, String text) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)\\}");

    /**
     * The text with its places filled in one pass: what is filled in is not searched for places.
     *
     * @throws IllegalArgumentException when it has a place that is not among the values
     */
    public String with(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("the prompt " + name + " has an unknown place " + place.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** The text with words of a file in its place {@code {description}}, between marks. */
    public String about(FileText description) {
        return with(Map.of("description", description.inMarks()));
    }

    /** What results call it. */
    public String id() {
        return name + "/" + version;
    }
}
