package dev.inkling.classical;

import dev.inkling.classical.Layout.Area;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads layouts out of text. What {@link LayoutDescriber} wrote comes back exactly; in other prose and in lists of
 * words, the colours, sizes, places and well-known things that are named become areas as well as can be guessed. Never
 * fails.
 */
final class LayoutText {
    /** Areas beyond this many are not read: nobody could see them. */
    private static final int MOST_AREAS = 32;
    /** Where areas go whose place is not said, in turn. */
    private static final Place[] SPARE_PLACES = {
        Place.CENTER, Place.LEFT, Place.RIGHT, Place.TOP, Place.BOTTOM, Place.TOP_LEFT, Place.BOTTOM_RIGHT
    };

    private final List<Area> areas = new ArrayList<>();
    private final List<Trait> traits = new ArrayList<>();
    private int spare;
    private @Nullable Brightness brightness;
    private @Nullable Detail detail;
    /** What has been said so far of the area that is being read. */
    private @Nullable Extent extent;

    private @Nullable ColourName colour;
    private @Nullable Noun noun;
    private @Nullable Place place;
    /** Whether the place was said after what lies there: then the next thing is another area's. */
    private boolean placed;

    private LayoutText() {}

    static Layout parse(String text) {
        LayoutText reader = new LayoutText();
        for (String sentence : text.split("[.;!?\\n]")) {
            reader.readSentence(Vocabulary.words(sentence));
            reader.finishArea();
        }
        return new Layout(reader.brightness, reader.detail, reader.traits, reader.areas);
    }

    private void readSentence(List<String> words) {
        boolean whole = isOfWhole(words);
        int i = 0;
        while (i < words.size()) {
            int length = Math.min(Vocabulary.LONGEST, words.size() - i);
            Phrase term = Vocabulary.term(words.subList(i, i + length));
            while (term == null && length > 1) {
                length--;
                term = Vocabulary.term(words.subList(i, i + length));
            }
            term = term == null ? singular(words.get(i)) : term;
            read(whole && term instanceof Noun ? null : term);
            i += length;
        }
    }

    /** Whether a sentence is about the picture as a whole: the thing that it names has no place of its own. */
    private static boolean isOfWhole(List<String> words) {
        return words.size() > 2
                && Vocabulary.term(words.subList(0, 1)) instanceof Brightness
                && Vocabulary.term(words.subList(1, 2)) instanceof Detail
                && words.get(2).equals("picture");
    }

    /** The noun that this word is the plural of, if any. */
    private static @Nullable Phrase singular(String word) {
        return word.endsWith("s") ? Vocabulary.term(List.of(word.substring(0, word.length() - 1))) : null;
    }

    private void read(@Nullable Phrase term) {
        if (term instanceof Extent found) {
            readExtent(found);
        } else if (term instanceof ColourName found) {
            readColour(found);
        } else if (term instanceof Noun found) {
            readNoun(found);
        } else if (term instanceof Place found) {
            readPlace(found);
        } else if (term instanceof Brightness found) {
            brightness = brightness == null ? found : brightness;
        } else if (term instanceof Detail found) {
            detail = detail == null ? found : detail;
        } else if (term instanceof Trait found && !traits.contains(found)) {
            traits.add(found);
        }
    }

    private void readExtent(Extent found) {
        if (hasSubject()) {
            finishArea();
        }
        extent = found;
    }

    private void readColour(ColourName found) {
        if (colour != null || placed) {
            finishArea();
        }
        colour = found;
    }

    private void readNoun(Noun found) {
        if (noun != null || placed) {
            finishArea();
        }
        noun = found;
    }

    private void readPlace(Place found) {
        if (hasSubject() && place != null) {
            finishArea();
        }
        place = found;
        placed = hasSubject();
    }

    private boolean hasSubject() {
        return colour != null || noun != null;
    }

    private void finishArea() {
        if (hasSubject() && areas.size() < MOST_AREAS) {
            Area typical = noun == null ? new Area(Extent.MEDIUM, ColourName.GRAY, nextSparePlace()) : noun.typical();
            areas.add(new Area(
                    extent == null ? typical.extent() : extent,
                    colour == null ? typical.colour() : colour,
                    place == null ? typical.place() : place));
        }
        extent = null;
        colour = null;
        noun = null;
        place = null;
        placed = false;
    }

    private Place nextSparePlace() {
        return place == null ? SPARE_PLACES[spare++ % SPARE_PLACES.length] : place;
    }
}
