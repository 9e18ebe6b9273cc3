package dev.inkling.classical;

import java.util.Map;

/**
 * Things of one kind.
 *
 * @param count how many, at least 1
 * @param name  what one of them is called, lower-case words
 */
record Things(int count, String name) {
    private static final String[] NUMBERS = {"two", "three", "four", "five", "six", "seven", "eight", "nine"};
    private static final Map<String, String> IRREGULAR = Map.of(
            "person", "people",
            "man", "men",
            "woman", "women",
            "child", "children",
            "mouse", "mice",
            "knife", "knives",
            "shelf", "shelves",
            "sheep", "sheep",
            "skis", "skis",
            "scissors", "scissors");

    Things {
        if (count < 1) {
            throw new IllegalArgumentException(count + " things");
        }
    }

    /** {@code ""} for one thing, {@code "two "} to {@code "nine "}, then {@code "many "}. */
    String number() {
        if (count == 1) {
            return "";
        }
        return (count - 2 < NUMBERS.length ? NUMBERS[count - 2] : "many") + " ";
    }

    /** The name, in the plural where there are several. */
    String noun() {
        int last = name.lastIndexOf(' ') + 1;
        return count == 1 ? name : name.substring(0, last) + plural(name.substring(last));
    }

    private static String plural(String noun) {
        if (IRREGULAR.containsKey(noun)) {
            return IRREGULAR.get(noun);
        }
        if (noun.matches(".*(s|x|z|ch|sh)")) {
            return noun + "es";
        }
        return noun.matches(".*[^aeiou]y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }
}
