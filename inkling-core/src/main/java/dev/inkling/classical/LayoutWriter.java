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
     * said in raster-scan order. When not even one sentence fits, the colour of the most important area is said.
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
        return text.isEmpty() ? colourAlone(layout.areas().get(0).colour(), maxWords) : text;
    }

    /** The sentence about the whole, with as many traits as fit in {@code maxWords}; empty when none fits. */
    private static String wholeSentence(Layout layout, int maxWords) {
        if (layout.brightness() == null || layout.detail() == null) {
            return "";
        }
        String base = "A " + layout.brightness().words() + ", " + layout.detail().words() + " picture";
        for (int traits = Math.min(2, layout.traits().size()); traits >= 0; traits--) {
            String tail = layout.traits().subList(0, traits).stream()
                    .map(Trait::words)
                    .collect(Collectors.joining(" and "));
            String sentence = traits == 0 ? base + "." : base + " with " + tail + ".";
            if (countWords(sentence) <= maxWords) {
                return sentence;
            }
        }
        return "";
    }

    private static String sentence(Area area) {
        String extent = area.extent().words();
        return Character.toUpperCase(extent.charAt(0)) + extent.substring(1) + " " + area.colour().words() + " "
                + area.place().words() + ".";
    }

    private static String colourAlone(ColourName colour, int maxWords) {
        String words = countWords(colour.words()) <= maxWords
                ? colour.words()
                : colour.words().substring(colour.words().lastIndexOf(' ') + 1);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private static int countWords(String text) {
        return text.isEmpty() ? 0 : text.split(" ").length;
    }
}
