package dev.inkling.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes up texts in the fixed sentences of the layout describer: {@code A bright, busy picture with high contrast. Large
 * sky blue across the top.} The words are those of its grammar; the frequent ones stand first in their lists.
 */
final class LayoutCorpus {
    private static final long SEED = 20260102;

    private static final String[] BRIGHTNESSES = {"bright", "dim", "dark", "pale"};
    private static final String[] DETAILS = {"textured", "busy", "smooth"};
    private static final String[] TRAITS = {
        "high contrast", "low contrast", "a low horizon", "a middle horizon", "a high horizon", "left right symmetry"
    };
    private static final String[] EXTENTS = {"small", "medium", "large", "huge"};
    private static final String[] COLOURS = {
        "dark gray", "gray", "gray brown", "charcoal", "pale gray", "dark brown", "dark olive", "olive", "tan", "gray green",
        "gray blue", "slate", "beige", "white", "brown", "pale blue", "black", "dark green", "sky blue", "green", "rust",
        "cream", "dark blue", "blue", "navy", "dark red", "orange", "pale green", "teal", "dark teal", "peach", "gold",
        "red", "pink", "pale pink", "dark pink", "coral", "yellow", "pale yellow", "dark orange", "bright green",
        "turquoise", "purple", "dark purple", "lavender", "magenta"
    };
    private static final String[] PLACES = {
        "over the whole picture", "across the top", "at the top left", "at the top", "at the top right",
        "across the middle", "down the left", "on the left", "down the middle", "in the center", "on the right",
        "down the right", "at the bottom left", "at the bottom", "at the bottom right", "across the bottom"
    };

    private final SplittableRandom random = new SplittableRandom(SEED);

    private LayoutCorpus() {}

    /** So many texts of one to ten sentences. */
    static List<String> texts(int count) {
        LayoutCorpus corpus = new LayoutCorpus();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(corpus.text());
        }
        return texts;
    }

    private String text() {
        List<String> sentences = new ArrayList<>();
        if (random.nextInt(8) > 0) {
            sentences.add(whole());
        }
        int areas = 1 + random.nextInt(8);
        for (int place = 0; place < PLACES.length; place++) {
            for (int tries = 0; tries < 2; tries++) {
                if (random.nextInt(PLACES.length) * 10 < 8 * areas) {
                    sentences.add(area(PLACES[place]));
                }
            }
        }
        return String.join(" ", sentences);
    }

    private String whole() {
        String base = "A " + any(BRIGHTNESSES) + ", " + any(DETAILS) + " picture";
        return switch (random.nextInt(3)) {
            case 0 -> base + ".";
            case 1 -> base + " with " + any(TRAITS) + ".";
            default -> base + " with " + any(TRAITS) + " and " + any(TRAITS) + ".";
        };
    }

    private String area(String place) {
        String extent = any(EXTENTS);
        return extent.substring(0, 1).toUpperCase(Locale.ROOT) + extent.substring(1) + " " + common(COLOURS) + " " + place
                + ".";
    }

    private String any(String[] terms) {
        return terms[random.nextInt(terms.length)];
    }

    /** One of the terms, the first ones more often than the last. */
    private String common(String[] terms) {
        double position = random.nextDouble() * random.nextDouble();
        return terms[(int) (position * terms.length)];
    }
}
