package dev.inkling.classical;

import dev.inkling.classical.Layout.Area;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Puts layouts into the fixed sentences of {@code docs/describer.md}. */
final class LayoutWriter {
    private LayoutWriter() {}

    /**
     * Says as much as fits: first the most important area, then the picture as a whole, then the other areas. Areas are
     * said in raster-scan order. When not even one sentence fits, the colour of the most important area is said, and what
     * has it.
     *
     * @param layout   with at least one area, the most important first
     * @param maxWords at least 1
     */
    static String write(Layout layout, int maxWords) {
        int left = maxWords;
        List<Area> said = new ArrayList<>();
        String whole = "";
        for (int i = 0; i < layout.areas().size(); i++) {
            Area area = layout.areas().get(i);
            if (countWords(sentence(area)) <= left) {
                said.add(area);
                left -= countWords(sentence(area));
            }
            if (i == 0) {
                whole = wholeSentence(layout, left);
                left -= countWords(whole);
            }
        }
        said.sort(Comparator.comparing(Area::place));
        String areas = said.stream().map(LayoutWriter::sentence).collect(Collectors.joining(" "));
        String text = (whole + " " + areas).strip();
        return text.isEmpty() ? lookAlone(layout.areas().get(0), maxWords) : text;
    }

    /** The sentence about the whole, with as much as fits in {@code maxWords}; empty when none fits. */
    private static String wholeSentence(Layout layout, int maxWords) {
        if (layout.brightness() == null || layout.detail() == null) {
            return "";
        }
        String base = "A " + layout.brightness().words() + ", " + layout.detail().words() + " picture";
        String withSubject = base + subject(layout.subject());
        return countWords(withSubject) <= maxWords
                ? withTraits(withSubject, layout, maxWords)
                : countWords(base) <= maxWords ? withTraits(base, layout, maxWords) : "";
    }

    private static String subject(String name) {
        if (name.isEmpty()) {
            return "";
        }
        return (name.matches("[aeiou].*") ? " of an " : " of a ") + name;
    }

    /** @param base has at most {@code maxWords} */
    private static String withTraits(String base, Layout layout, int maxWords) {
        for (int traits = Math.min(2, layout.traits().size()); traits > 0; traits--) {
            String tail = layout.traits().subList(0, traits).stream()
                    .map(Trait::words)
                    .collect(Collectors.joining(" and "));
            String sentence = base + " with " + tail + ".";
            if (countWords(sentence) <= maxWords) {
                return sentence;
            }
        }
        return base + ".";
    }

    private static String sentence(Area area) {
        Things things = area.things();
        String number = things == null ? "" : things.number();
        return capitalised(number + area.extent().words() + " " + look(area) + " " + area.place().words() + ".");
    }

    /** Colour and, where it is known, what has it. */
    private static String look(Area area) {
        String colour = area.colour().words();
        return area.things() == null ? colour : colour + " " + area.things().noun();
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String lookAlone(Area area, int maxWords) {
        if (countWords(look(area)) <= maxWords) {
            return capitalised(look(area) + ".");
        }
        String colour = area.colour().words();
        String words = countWords(colour) <= maxWords ? colour : colour.substring(colour.lastIndexOf(' ') + 1);
        return capitalised(words + ".");
    }

    private static int countWords(String text) {
        return text.isEmpty() ? 0 : text.split(" ").length;
    }
}
