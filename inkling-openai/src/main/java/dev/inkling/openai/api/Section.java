package dev.inkling.openai.api;

import dev.inkling.openai.transport.Secret;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One part of the configuration file. What it is asked for is known; anything else in it is a mistake. Messages name
 * settings, never values, since a value may be a key. Not thread-safe.
 */
final class Section {
    private final String name;
    private final JsonNode json;
    private final Set<String> known = new HashSet<>();

    /** @throws IllegalArgumentException when there is something else than settings */
    Section(String name, JsonNode json) {
        if (!json.isObject() && !json.isMissingNode() && !json.isNull()) {
            throw new IllegalArgumentException(name + " must have settings below it");
        }
        this.name = name;
        this.json = json;
    }

    private JsonNode value(String key) {
        known.add(key);
        return json.path(key);
    }

    /** A part of this part. */
    Section section(String key) {
        return new Section(key, value(key));
    }

    @Nullable String text(String key) {
        JsonNode value = value(key);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isValueNode()) {
            throw new IllegalArgumentException(name + "." + key + " must be a text");
        }
        return value.asString();
    }

    String text(String key, String fallback) {
        String text = text(key);
        return text == null ? fallback : text;
    }

    double number(String key, double fallback) {
        JsonNode value = value(key);
        if (value.isMissingNode()) {
            return fallback;
        }
        if (!value.isNumber()) {
            throw new IllegalArgumentException(name + "." + key + " must be a number");
        }
        return value.asDouble();
    }

    int whole(String key, int fallback) {
        double number = number(key, fallback);
        if (number != (int) number) {
            throw new IllegalArgumentException(name + "." + key + " must be a whole number");
        }
        return (int) number;
    }

    Set<String> texts(String key) {
        Set<String> texts = new HashSet<>();
        value(key).forEach(text -> texts.add(text.asString("")));
        return texts;
    }

    Map<String, Secret> secrets(String key) {
        Map<String, Secret> secrets = new HashMap<>();
        value(key).forEachEntry((header, value) -> secrets.put(header, new Secret(value.asString(""))));
        return secrets;
    }

    /** @throws IllegalArgumentException when something is left that nobody asked for */
    void checkAllKnown() {
        for (String key : json.propertyNames()) {
            if (!known.contains(key)) {
                String all = String.join(", ", known.stream().sorted().toList());
                throw new IllegalArgumentException("there is no setting " + name + "." + key + "; known: " + all);
            }
        }
    }
}
